import { signatureHeader } from "../generated/webhooks.ts";
import { answerHeaders, createReceiver, type WebhookOptions } from "./receiver.ts";

/** The parts of a request of `node:http`, or of a framework on top of it, that are used here. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  /** The HTTP method. */
  method?: string | undefined;
  /** The headers, by their names in lower case. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Whether somebody has read the body before. */
  readableDidRead?: boolean;
  /** What a body parser has left. Only raw bodies are of use here. */
  body?: unknown;
  /** The raw body, where a framework keeps it beside the parsed one. */
  rawBody?: unknown;
}

/** The parts of a response of `node:http`, or of a framework on top of it, that are used here. */
export interface NodeResponse {
  /** Whether the delivery has been answered before. */
  headersSent: boolean;
  /** Begins the answer, which has no body. */
  writeHead(status: number, headers: Record<string, string>): { end(): unknown };
}

/**
 * Receives webhooks with `node:http`, or anything that hands its requests on.
 *
 * ```ts
 * const receive = nodeWebhook({ secret: process.env.GCM_WEBHOOK_SECRET, onEvent: store });
 * createServer((request, response) => {
 *   if (request.url === "/webhooks/sms") return receive(request, response);
 *   // ...
 * });
 * ```
 * @throws {@link WebhookError} `configuration` at once when there is no secret, or a limit is no number
 *   over 0. What happens later goes to `onError`.
 */
export function nodeWebhook(
  options: WebhookOptions,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  const receive = createReceiver(options);
  return async (request, response) => {
    const status = await receive(
      request.method,
      request.headers[signatureHeader],
      // A stream that was read has nothing left but what a parser has made of it.
      request.rawBody ?? (request.readableDidRead ? request.body : request),
    );
    // A middleware, such as one that bounds the time, may have answered first.
    if (!response.headersSent) response.writeHead(status, answerHeaders).end();
  };
}

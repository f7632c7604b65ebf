import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { endAfterDraining } from "./request-body.ts";

/** What a request is answered with. */
export interface Answer {
  status: number;
  /** Names are in lower case. */
  headers: Record<string, string>;
  /**
   * Written as JSON, but for a text or bytes with a `content-type` of their own, which are sent as they are.
   * `undefined` is no body.
   */
  body: unknown;
}

/** Writes an answer, with `more` headers where the answer has none of that name. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers: own, body }: Answer,
  more: Record<string, string>,
): void {
  const headers: OutgoingHttpHeaders = { ...more, ...own };
  const content = contentOf(body, own);
  if (body === undefined) delete headers["content-type"];
  else headers["content-type"] ??= "application/json";
  const length = Buffer.byteLength(content);
  if (status !== 204) headers["content-length"] = length;
  // A body that was not read to its end leaves the connection useless.
  if (!request.complete) headers.connection = "close";
  response.writeHead(status, headers);
  // Text of one byte a character is the same in both, and Node writes this one faster.
  const encoding = length === content.length ? "latin1" : "utf8";
  if (request.complete) response.end(content, encoding);
  else endAfterDraining(request, response, content);
}

function contentOf(body: unknown, headers: Answer["headers"]): string | Uint8Array {
  if (body === undefined) return "";
  const isReady = typeof body === "string" || body instanceof Uint8Array;
  return isReady && "content-type" in headers ? body : JSON.stringify(body);
}

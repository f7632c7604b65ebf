import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { type ApiDocument, maxBodyBytes, operationsOf } from "@getclickmedia/sms-document";
import {
  bodyTooLarge,
  createMakeFault,
  createPrintable,
  type Fault,
  keyPrefixesOf,
} from "@getclickmedia/sms-request-validation";
import { type Answer, send } from "./answer.ts";
import { corsHeaders, preflightOf } from "./cors.ts";
import { errorResponse, randomRequestId } from "./error-response.ts";
import {
  expectationFault,
  hostFault,
  refuseMalformedHttp,
  rememberResponse,
} from "./malformed-http.ts";
import { type Body, declaresTooLarge, readBody } from "./request-body.ts";

/** A request that has arrived whole, and what it came with. */
export interface Exchange {
  /** In upper case, as `GET`. */
  method: string;
  /** The path and query, as `/v1/sms/send?x=1`, in whatever form they were sent. */
  target: string;
  headers: IncomingHttpHeaders;
  /** The raw body, within the document's limit; empty when there is none. */
  body: Uint8Array;
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * Decides on the answer. `undefined` says that the response has been taken over, as a stream, or that its
 * connection was cut: the server then does and logs nothing more.
 */
export type Handle = (exchange: Exchange) => Answer | undefined | Promise<Answer | undefined>;

/**
 * Told of every answered request. It gets no header and no body, and a path without a key that was put into
 * it, so it cannot log a key or a text.
 */
export type RequestLog = (line: { method: string; path: string; status: number }) => void;

export interface ApiServerOptions {
  document: ApiDocument;
  /** Names the program in the report of its own fault, as `gcm-mock`. */
  name: string;
  handle: Handle;
  /** The targets that pages of other origins may not use: no CORS headers, and no preflight succeeds. */
  isPrivate?: ((target: string) => boolean) | undefined;
  log?: RequestLog | undefined;
  /** Whether the program is closing: what fails then has nobody left to tell. */
  isClosing?: (() => boolean) | undefined;
  /** Makes the `requestId` of the server's own errors; by default a random one. */
  newRequestId?: (() => string) | undefined;
}

const timing = {
  /** How long a request may take to arrive, in milliseconds. */
  requestTimeout: 30_000,
  /** How often that is looked at, in milliseconds; Node's own 30 s would double the time. */
  connectionsCheckingInterval: 500,
};

const noHeaders = {};

/**
 * An HTTP server that does what every server of this API does around its answers, not yet listening. It
 * refuses malformed HTTP and bodies over the document's limit, lets pages of other origins in, and turns what
 * `handle` throws into an error that tells nothing.
 * @throws Error with one line when the document lacks what its errors are made of.
 */
export function createApiServer({
  document,
  name,
  handle,
  isPrivate = () => false,
  log,
  isClosing = () => false,
  newRequestId = randomRequestId,
}: ApiServerOptions): Server {
  const fault = createMakeFault(document);
  const refuse = (reason: Fault) => errorResponse(reason, newRequestId());
  const limit = bodyLimitOf(document);
  const preflight = preflightOf(document);
  const printable = createPrintable(keyPrefixesOf(document));

  function decide(
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
    body: Body,
  ): ReturnType<Handle> {
    const { method = "", headers } = request;
    if (body === "cut off") return undefined;
    if (body === "too large") return refuse(bodyTooLarge(fault, limit));
    const badHost = hostFault(request, fault);
    if (badHost) return refuse(badHost);
    if (isPreflight(request) && !isPrivate(target)) return preflight;
    return handle({ method, target, headers, body, request, response });
  }

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    target: string,
    decided: Answer | undefined,
  ): void {
    // A fault in the rest of the body may have been answered in the meantime.
    if (!decided || response.headersSent) return;
    send(request, response, decided, isOpenTo(request, target) ? corsHeaders : noHeaders);
    if (!log) return;
    const { method = "" } = request;
    const path = target.split("?", 1)[0]?.split("/").map(printable).join("/") ?? "";
    log({ method, path, status: decided.status });
  }

  /** A browser sends the origin of a page with every call to another one; whoever sends none needs no leave. */
  function isOpenTo({ headers }: IncomingMessage, target: string): boolean {
    return headers.origin !== undefined && !isPrivate(target);
  }

  function internalFault(error: unknown): Answer {
    console.error(`${name}: a fault of the server itself:`, error);
    const message = "The server itself has a fault; its output says which.";
    return refuse(fault("GATEWAY_ERROR", message));
  }

  // Node refuses a request without Host by itself, with an empty body: we do it instead.
  const server = createServer(
    { ...timing, requireHostHeader: false },
    async (request, response) => {
      rememberResponse(request, response);
      const target = originForm(request.url ?? "");
      try {
        const body = await readBody(request, limit);
        answer(request, response, target, await decide(request, response, target, body));
      } catch (error) {
        if (isClosing()) return;
        answer(request, response, target, internalFault(error));
      }
    },
  );
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!declaresTooLarge(request, limit)) response.writeContinue();
    server.emit("request", request, response);
  });
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    rememberResponse(request, response);
    answer(request, response, originForm(request.url ?? ""), refuse(expectationFault(fault)));
  });
  refuseMalformedHttp(server, fault, refuse);
  return server;
}

/** The largest body of any operation. A document that states none bounds none. */
function bodyLimitOf(document: ApiDocument): number {
  const limits = operationsOf(document).flatMap((operation) => maxBodyBytes(operation) ?? []);
  return limits.length > 0 ? Math.max(...limits) : Number.POSITIVE_INFINITY;
}

/** `http://host/path` as `/path`: a server must take a target in either form (RFC 9112, 3.2.2). */
function originForm(target: string): string {
  if (target.startsWith("/")) return target;
  const rest = target.replace(/^https?:\/\/[^/?#]*/i, "");
  return rest === target || rest.startsWith("/") ? rest : `/${rest}`;
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && Boolean(headers["access-control-request-method"]);
}

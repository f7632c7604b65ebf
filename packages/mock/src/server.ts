import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { type ApiDocument, examplesOf, operationsOf } from "@getclickmedia/sms-document";
import {
  bodyTooLarge,
  createRequestValidator,
  type Fault,
  fault,
} from "@getclickmedia/sms-request-validation";
import { baseUrl, maxBodyBytes } from "@getclickmedia/sms-types";
import { createPairing } from "./paired-example.ts";
import { type Answers, readPrefer } from "./prefer.ts";
import { createPrism, type MockResponse } from "./prism.ts";
import { endAfterDraining, readBody } from "./request-body.ts";
import { deliverWebhook } from "./webhook.ts";

/** Told of every answered request. It gets no header and no body, so it cannot log a key or a text. */
export type RequestLog = (line: { method: string; path: string; status: number }) => void;

type Handler = (request: IncomingMessage) => Promise<MockResponse>;

/** An HTTP server that answers every request of a bundled document, not yet listening. */
export async function createMockServer(document: ApiDocument, log?: RequestLog): Promise<Server> {
  const answer = await createHandler(document);
  const server = createServer(async (request, response) => {
    const result = await answer(request).catch((error: unknown) =>
      request.destroyed ? undefined : internalFault(error),
    );
    if (!result) return;
    send(request, response, result);
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    log?.({ method: request.method ?? "", path, status: result.status });
  });
  server.requestTimeout = 30_000;
  server.on("clientError", refuseMalformedHttp);
  return server;
}

async function createHandler(document: ApiDocument): Promise<Handler> {
  const validate = createRequestValidator(document);
  const prism = await createPrism(document);
  const answers = answersOf(document);
  const pairedExample = createPairing(document);

  return async (request) => {
    const { method = "", url: target = "", headers } = request;
    const body = await readBody(request, maxBodyBytes);
    if (method === "OPTIONS" && headers["access-control-request-method"]) return preflight;
    if (target === "/_control/health") return { status: 200, headers: {}, body: { status: "ok" } };
    if (!body) return errorResponse(bodyTooLarge(maxBodyBytes));
    if (target === "/_control/webhooks" && method === "POST") return control(document, body);

    const valid = validate({ method, target, headers, body });
    if ("code" in valid) return errorResponse(valid);
    const choice = readPrefer(single(headers.prefer), answers.get(valid.operationId) ?? new Map());
    if ("code" in choice) return errorResponse(choice);
    const asked = choice.status !== undefined || choice.example !== undefined;
    const example = asked ? choice.example : pairedExample(valid);
    const response = await prism(valid.operationId, {
      ...choice,
      ...(example === undefined ? {} : { example }),
    });
    if (response.headers.location) response.headers.location = httpsAddress(target);
    // An example that was asked for by name is answered as it stands.
    return choice.example === undefined ? withFreshRequestId(response) : response;
  };
}

async function control(document: ApiDocument, body: Uint8Array): Promise<MockResponse> {
  let order: unknown;
  try {
    order = JSON.parse(Buffer.from(body).toString());
  } catch {
    return errorResponse(fault("INVALID_REQUEST", "The body is not valid JSON."));
  }
  const result = await deliverWebhook(document, order);
  return "code" in result ? errorResponse(result) : { status: 200, headers: {}, body: result };
}

function answersOf(document: ApiDocument): Map<string, Answers> {
  return new Map(
    operationsOf(document).map(({ operationId, responses }) => [
      operationId,
      new Map(
        Object.entries(responses).map(([status, response]) => [
          Number(status),
          examplesOf(response).map(([name]) => name),
        ]),
      ),
    ]),
  );
}

function errorResponse({ status, code, message, headers = {} }: Fault): MockResponse {
  return { status, headers, body: { error: { code, message, requestId: newRequestId() } } };
}

function withFreshRequestId(response: MockResponse): MockResponse {
  const { error } = (response.body ?? {}) as { error?: object };
  if (!error) return response;
  return { ...response, body: { error: { ...error, requestId: newRequestId() } } };
}

function newRequestId(): string {
  return `req_${randomUUID().replaceAll("-", "")}`;
}

function httpsAddress(target: string): string {
  const { pathname } = new URL(baseUrl);
  const path = target.startsWith(`${pathname}/`) ? target.slice(pathname.length) : target;
  return `${baseUrl}${path}`;
}

// Pages on other ports, such as the documentation, may call the mock.
const corsHeaders = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };
const preflight: MockResponse = {
  status: 204,
  headers: {
    "access-control-allow-methods": "*",
    "access-control-allow-headers": "content-type, prefer, x-api-key",
    "access-control-max-age": "600",
  },
  body: undefined,
};

function send(request: IncomingMessage, response: ServerResponse, result: MockResponse): void {
  const text = result.body === undefined ? "" : JSON.stringify(result.body);
  const { "content-type": contentType, ...headers } = result.headers;
  response.writeHead(result.status, {
    ...corsHeaders,
    ...headers,
    ...(text ? { "content-type": contentType ?? "application/json" } : {}),
    ...(result.status === preflight.status ? {} : { "content-length": Buffer.byteLength(text) }),
    // A body that was not read to its end leaves the connection useless.
    ...(request.complete ? {} : { connection: "close" }),
  });
  if (request.complete) response.end(text);
  else endAfterDraining(request, response, text);
}

/** What is no HTTP at all gets the error body too, and then the connection closes. */
function refuseMalformedHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return;
  const { status, body } = errorResponse(
    fault("INVALID_REQUEST", "The request is not valid HTTP, or its headers are too large."),
  );
  const text = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  );
}

function internalFault(error: unknown): MockResponse {
  console.error("gcm-mock: a fault of the mock itself:", error);
  return errorResponse(
    fault("GATEWAY_ERROR", "The mock itself has a fault; its output says which."),
  );
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

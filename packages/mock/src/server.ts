import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  type ApiDocument,
  examplesOf,
  maxBodyBytes,
  operationsOf,
} from "@getclickmedia/sms-document";
import {
  bodyTooLarge,
  createMakeFault,
  createPrintable,
  createReadJson,
  createRequestValidator,
  keyPrefixesOf,
  type MakeFault,
} from "@getclickmedia/sms-request-validation";
import { addressesOf } from "./addresses.ts";
import { preflightOf, withCors } from "./cors.ts";
import { errorResponse, withFreshRequestId } from "./error-response.ts";
import { expectationFault, hostFault, refuseMalformedHttp } from "./malformed-http.ts";
import { createPairing } from "./paired-example.ts";
import { type Answers, readPrefer } from "./prefer.ts";
import { createPrism, type MockResponse } from "./prism.ts";
import { endAfterDraining, readBody } from "./request-body.ts";
import { deliverWebhook } from "./webhook.ts";

/** Told of every answered request. It gets no header and no body, so it cannot log a key or a text. */
export type RequestLog = (line: { method: string; path: string; status: number }) => void;

type Handler = (request: IncomingMessage, target: string) => Promise<MockResponse>;

const timing = {
  /** How long a request may take to arrive, in milliseconds. */
  requestTimeout: 30_000,
  /** How often that is looked at, in milliseconds; Node's own 30 s would double the time. */
  connectionsCheckingInterval: 500,
};

/**
 * An HTTP server that answers every request of a bundled document, not yet listening.
 * @throws Error with one line when the document lacks what the mock answers with.
 */
export async function createMockServer(document: ApiDocument, log?: RequestLog): Promise<Server> {
  const fault = createMakeFault(document);
  const handle = await createHandler(document, fault);
  const unmet: Handler = async () => errorResponse(expectationFault(fault));

  const respond =
    (handler: Handler) => async (request: IncomingMessage, response: ServerResponse) => {
      const { method = "", url = "" } = request;
      const target = originForm(url);
      const result = await handler(request, target).catch((error: unknown) =>
        request.destroyed ? undefined : internalFault(error, fault),
      );
      // A fault in the rest of the body may have been answered in the meantime.
      if (!result || response.headersSent) return;
      send(request, response, isControl(target) ? result : withCors(result));
      log?.({ method, path: target.split("?", 1)[0] ?? "", status: result.status });
    };

  // Node refuses a request without Host by itself, with an empty body: we do it instead.
  const server = createServer({ ...timing, requireHostHeader: false }, respond(handle));
  server.on("checkExpectation", respond(unmet));
  refuseMalformedHttp(server, fault);
  return server;
}

async function createHandler(document: ApiDocument, fault: MakeFault): Promise<Handler> {
  const validate = createRequestValidator(document);
  const prism = await createPrism(document);
  const answers = answersOf(document);
  const pairedExample = createPairing(document);
  const control = createControl(document, fault);
  const preflight = preflightOf(document);
  const { baseUrl } = addressesOf(document);
  const limit = bodyLimitOf(document);

  return async (request, target) => {
    const { method = "", headers } = request;
    const body = await readBody(request, limit);
    if (!body) return errorResponse(bodyTooLarge(fault, limit));
    const badHost = hostFault(request, fault);
    if (badHost) return errorResponse(badHost);
    if (isControl(target)) return control(request, target, body);
    if (method === "OPTIONS" && headers["access-control-request-method"]) return preflight;

    const valid = validate({ method, target, headers, body });
    if ("code" in valid) return errorResponse(valid);
    const prefer = [headers.prefer ?? []].flat().join(", ");
    const choice = readPrefer(prefer, answers.get(valid.operationId) ?? new Map(), fault);
    if ("code" in choice) return errorResponse(choice);
    const asked = choice.status !== undefined || choice.example !== undefined;
    const example = asked ? choice.example : pairedExample(valid);
    const response = await prism(valid.operationId, {
      ...choice,
      ...(example === undefined ? {} : { example }),
    });
    if (response.headers.location) response.headers.location = `${baseUrl}${valid.target}`;
    // An example that was asked for by name is answered as it stands.
    return choice.example === undefined ? withFreshRequestId(response) : response;
  };
}

/**
 * The paths beside the API that steer the mock. A page of another origin must not: it can send JSON only
 * after a preflight, and here no preflight succeeds.
 */
function createControl(document: ApiDocument, fault: MakeFault) {
  const readJson = createReadJson(fault, createPrintable(keyPrefixesOf(document)));
  return async (
    { method, headers }: IncomingMessage,
    target: string,
    body: Uint8Array,
  ): Promise<MockResponse> => {
    if (target === "/_control/health") return { status: 200, headers: {}, body: { status: "ok" } };
    if (target !== "/_control/webhooks" || method !== "POST") {
      const message =
        "There is GET /_control/health and POST /_control/webhooks, and nothing else.";
      return errorResponse(fault("NOT_FOUND", message));
    }
    const order = readJson(headers, body, ["application/json"]);
    if ("code" in order) return errorResponse(order);
    const result = await deliverWebhook(document, order.value, fault);
    return "code" in result ? errorResponse(result) : { status: 200, headers: {}, body: result };
  };
}

function isControl(target: string): boolean {
  return target.startsWith("/_control/");
}

/** `http://host/path` as `/path`: a server must take a target in either form (RFC 9112, 3.2.2). */
function originForm(target: string): string {
  const rest = target.replace(/^https?:\/\/[^/?#]*/i, "");
  return rest === target || rest.startsWith("/") ? rest : `/${rest}`;
}

/** The largest body of any operation. A document that states none bounds none. */
function bodyLimitOf(document: ApiDocument): number {
  const limits = operationsOf(document).flatMap((operation) => maxBodyBytes(operation) ?? []);
  return limits.length > 0 ? Math.max(...limits) : Number.POSITIVE_INFINITY;
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

function send(request: IncomingMessage, response: ServerResponse, result: MockResponse): void {
  const text = result.body === undefined ? "" : JSON.stringify(result.body);
  const { "content-type": contentType, ...headers } = result.headers;
  response.writeHead(result.status, {
    ...headers,
    ...(text ? { "content-type": contentType ?? "application/json" } : {}),
    ...(result.status === 204 ? {} : { "content-length": Buffer.byteLength(text) }),
    // A body that was not read to its end leaves the connection useless.
    ...(request.complete ? {} : { connection: "close" }),
  });
  if (request.complete) response.end(text);
  else endAfterDraining(request, response, text);
}

function internalFault(error: unknown, fault: MakeFault): MockResponse {
  console.error("gcm-mock: a fault of the mock itself:", error);
  return errorResponse(
    fault("GATEWAY_ERROR", "The mock itself has a fault; its output says which."),
  );
}

import type { Server } from "node:http";
import {
  type Answer,
  createApiServer,
  createStrangerFault,
  type Exchange,
  errorResponse,
  type Handle,
  type RequestLog,
  withFreshRequestId,
} from "@getclickmedia/sms-api-server";
import { type ApiDocument, examplesOf, operationsOf } from "@getclickmedia/sms-document";
import {
  createMakeFault,
  createPrintable,
  createReadJson,
  createRequestValidator,
  keyPrefixesOf,
  type MakeFault,
} from "@getclickmedia/sms-request-validation";
import { compileValidators } from "@getclickmedia/sms-request-validation/compile";
import { addressesOf } from "./addresses.ts";
import { createPairing } from "./paired-example.ts";
import { type Answers, readPrefer } from "./prefer.ts";
import { createPrism } from "./prism.ts";
import { deliverWebhook } from "./webhook.ts";

/**
 * An HTTP server that answers every request of a bundled document, not yet listening.
 * @param names those under which it can be steered, beside addresses and `localhost`.
 * @throws Error with one line when the document lacks what the mock answers with.
 */
export async function createMockServer(
  document: ApiDocument,
  names: string[],
  log?: RequestLog,
): Promise<Server> {
  const handle = await createHandle(document, names);
  return createApiServer({ document, name: "gcm-mock", handle, isPrivate: isControl, log });
}

async function createHandle(document: ApiDocument, names: string[]): Promise<Handle> {
  const fault = createMakeFault(document);
  const validate = createRequestValidator(document, compileValidators(document));
  const prism = await createPrism(document);
  const answers = answersOf(document);
  const pairedExample = createPairing(document);
  const control = createControl(document, names, fault);
  const { baseUrl } = addressesOf(document);

  return async (exchange) => {
    if (isControl(exchange.target)) return control(exchange);
    const valid = validate(exchange);
    if ("code" in valid) return errorResponse(valid);
    const prefer = [exchange.headers.prefer ?? []].flat().join(", ");
    const choice = readPrefer(prefer, answers.get(valid.operationId) ?? new Map(), fault);
    if ("code" in choice) return errorResponse(choice);
    const asked = choice.status !== undefined || choice.example !== undefined;
    const response = await prism(valid.operationId, asked ? choice : pairedExample(valid));
    if (response.headers.location) response.headers.location = `${baseUrl}${valid.target}`;
    // An example that was asked for by name is answered as it stands.
    return choice.example === undefined ? withFreshRequestId(response) : response;
  };
}

/** The paths beside the API. Whoever can call it may ask for its health, but no web page may steer it. */
function createControl(document: ApiDocument, names: string[], fault: MakeFault) {
  const strangerFault = createStrangerFault(names, fault);
  const readJson = createReadJson(fault, createPrintable(keyPrefixesOf(document)));
  return async ({ method, target, headers, body, request }: Exchange): Promise<Answer> => {
    if (target === "/_control/health") return { status: 200, headers: {}, body: { status: "ok" } };
    const stranger = strangerFault(request);
    if (stranger) return errorResponse(stranger);
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

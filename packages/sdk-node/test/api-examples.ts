import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { type ErrorCode, errorCodes, type OperationId } from "@getclickmedia/sms-types";
import type { Answer } from "./recording-server.ts";

const operations = new Map(
  operationsOf(await readDocument()).map((operation) => [operation.operationId, operation]),
);

/** The first example of what an operation is called with. */
export function requestOf<Body>(operation: OperationId): Body {
  return firstValue(operations.get(operation)?.requestBody) as Body;
}

/** The first example of what an operation answers. */
export function answerOf(operation: OperationId): object {
  return firstValue(operations.get(operation)?.responses["200"]) as object;
}

/** An answer with JSON. */
export function json(status: number, value: unknown, headers?: Record<string, string>): Answer {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(value),
  };
}

/** The answer to an operation that went well. */
export function success(operation: OperationId): Answer {
  return json(200, answerOf(operation));
}

/** An answer with a documented code: with the status of that code, if no other is given. */
export function refusal(
  code: ErrorCode,
  status: number = errorCodes[code].status,
  headers?: Record<string, string>,
): Answer {
  return json(status, errorBody(code), headers);
}

/** The body of an error, with any code. */
export function errorBody(code: string, message = "What is wrong.") {
  return { error: { code, message, requestId: "req_abc123" } };
}

function firstValue(body: Parameters<typeof examplesOf>[0]): unknown {
  return examplesOf(body)[0]?.[1].value;
}

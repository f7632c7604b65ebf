import type { ErrorCode, OperationId } from "@getclickmedia/sms-types";
import { errorExamples } from "../generated/examples.ts";

/** An HTTP answer before it is one. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** The JSON of the body; without it there is no body. */
  body?: object;
}

/** An error as the documentation shows it. */
export interface ErrorExample extends Answer {
  body: { error: { code: string; message: string; requestId: string } };
}

/**
 * Answers with a documented error.
 * @param message says what is wrong this time, in place of the example's.
 * @throws TypeError when the operation never answers it.
 */
export function errorAnswer(operation: OperationId, code: ErrorCode, message?: string): Answer {
  const example = errorExamples[operation][code];
  if (!example) {
    const codes = Object.keys(errorExamples[operation]).join(", ");
    throw new TypeError(`${operation} never answers ${code}. It may answer ${codes}.`);
  }
  return answerWith(example, message ?? example.body.error.message);
}

/** An error of the documentation with the message of this time. */
export function answerWith(example: ErrorExample, message: string): Answer {
  return { ...example, body: { error: { ...example.body.error, message } } };
}

/** An answer as `fetch` resolves with it. */
export function responseOf({ status, headers = {}, body }: Answer): Response {
  if (!body) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}

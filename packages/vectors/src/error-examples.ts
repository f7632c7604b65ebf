import {
  type ApiDocument,
  examplesOf,
  operationsOf,
  type Response,
} from "@getclickmedia/sms-document";
import { type ErrorCode, errorCodes, type OperationId } from "@getclickmedia/sms-types";
import type { Answer } from "./vectors.ts";

/** The API's error body. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; requestId: string };
}

/** An error example of the document, as a server answers it. */
export interface ErrorExample {
  name: string;
  operation: OperationId;
  body: ErrorBody;
  answer: Answer;
}

/** Every error example of every operation. */
export function errorExamples(document: ApiDocument): ErrorExample[] {
  return operationsOf(document).flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, response]) =>
      examplesOf(response)
        .map(([name, { value }]) => ({ name, body: value as Partial<ErrorBody> }))
        .filter((example): example is { name: string; body: ErrorBody } => "error" in example.body)
        .map(({ name, body }) => ({
          name,
          operation: operationId as OperationId,
          body,
          answer: {
            status: Number(status),
            headers: { "content-type": "application/json", ...exampleHeaders(response) },
            body: JSON.stringify(body),
          },
        })),
    ),
  );
}

/** An answer with a code and any status, with the words of the document's first example of that code. */
export function answerWith(document: ApiDocument, code: ErrorCode, status: number): Answer {
  const example = errorExamples(document).find(({ body }) => body.error.code === code);
  if (!example) throw new Error(`The document has no example of ${code}.`);
  return { ...example.answer, status };
}

/** Every documented code with each status that it comes with. */
export function codesAndStatuses(): [ErrorCode, status: number][] {
  return Object.values(errorCodes).flatMap((entry) => {
    const others = "transportStatuses" in entry ? entry.transportStatuses : [];
    return [entry.status, ...others].map((status): [ErrorCode, number] => [entry.name, status]);
  });
}

/** The example headers of a response, with names in lower case. */
export function exampleHeaders({ headers = {} }: Response): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, { example }]) => [name.toLowerCase(), String(example)]),
  );
}

import {
  type ApiDocument,
  apiKeyScheme,
  examplesOf,
  operationsOf,
  type Response,
} from "@getclickmedia/sms-document";
import { type ErrorCode, errorCodes } from "@getclickmedia/sms-types";
import { type Answer, json } from "./answer.ts";

/** What the API itself answers, out of the examples of its document. */
export interface ApiAnswers {
  /** The first success example of the operation at a path; NOT_FOUND where there is none. */
  success(method: string, path: string): Answer;
  error(code: ErrorCode): Answer;
  /** The header that carries the key, in lower case. */
  keyHeader: string;
}

/** @throws Error when the document lacks the example of an error. */
export function createApiAnswers(document: ApiDocument): ApiAnswers {
  const successes = operationsOf(document).map(({ method, path, responses }) => ({
    method,
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`),
    answer: firstExample(responses, (status) => status.startsWith("2")),
  }));
  const errors = Object.fromEntries(
    Object.values(errorCodes).map(({ name, status }) => [
      name,
      errorExample(document, name, String(status)),
    ]),
  ) as Record<ErrorCode, Answer>;

  return {
    success: (method, path) =>
      successes.find((each) => each.method === method && each.pattern.test(path))?.answer ??
      errors.NOT_FOUND,
    error: (code) => errors[code],
    keyHeader: apiKeyScheme(document).name.toLowerCase(),
  };
}

function errorExample(document: ApiDocument, code: ErrorCode, status: string): Answer {
  const isOfCode = (value: unknown) =>
    (value as { error?: { code?: string } }).error?.code === code;
  for (const { responses } of operationsOf(document)) {
    const answer = firstExample(responses, (each) => each === status, isOfCode);
    if (answer) return answer;
  }
  throw new Error(`The document has no example of ${code} with ${status}. Add one to spec/.`);
}

/** The first fitting example of the responses with a fitting status. */
function firstExample(
  responses: Record<string, Response>,
  hasStatus: (status: string) => boolean,
  fits: (value: unknown) => boolean = () => true,
): Answer | undefined {
  for (const [status, response] of Object.entries(responses)) {
    const example = examplesOf(response).find(([, { value }]) => hasStatus(status) && fits(value));
    if (example) return json(Number(status), example[1].value, exampleHeaders(response));
  }
  return undefined;
}

function exampleHeaders({ headers = {} }: Response): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([, { example }]) => example !== undefined)
      .map(([name, { example }]) => [name.toLowerCase(), String(example)]),
  );
}

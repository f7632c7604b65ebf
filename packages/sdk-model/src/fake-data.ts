import {
  type ApiDocument,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  type Response,
} from "@getclickmedia/sms-document";
import type { ErrorModel } from "./model.ts";
import { present } from "./present.ts";
import { type Rule, readRule } from "./rule.ts";

type ById<Value> = Record<string, Value>;

/** What a fake API answers with, and what it checks requests by. All keys but those of statuses and events are ids. */
export interface FakeData {
  /** What each operation answers first in the documentation. */
  answers: ById<unknown>;
  /** A message of each status. */
  statuses: Record<string, { status: string }>;
  /** The errors that each operation is documented with, by their code. */
  errors: ById<Record<string, ErrorExample>>;
  /** The content types that the body of each operation may have, where it has one. */
  contentTypes: ById<ContentTypes>;
  /** The rules for the body of each operation, and for the ids in its path. */
  rules: ById<{ body?: Rule; path: Record<string, Rule> }>;
  /** A delivery receipt of each event. */
  events: Record<string, unknown>;
}

/** An error as the documentation shows it. */
export interface ErrorExample {
  status: number;
  headers?: Record<string, string> | undefined;
  body: unknown;
}

export interface ContentTypes {
  accepted: string[];
  /** What answers another one. */
  refusal: ErrorExample;
}

/** @throws Error that names an example which the document lacks. */
export function readFakeData(document: ApiDocument, errors: ErrorModel[]): FakeData {
  const operations = operationsOf(document);
  const byId = <Value>(value: (operation: LocatedOperation) => Value) =>
    Object.fromEntries(operations.map((each) => [each.operationId, value(each)]));
  const withBody = operations.filter(({ requestBody }) => requestBody);
  return {
    answers: byId(firstAnswer),
    statuses: Object.fromEntries(
      messagesOf(operations).map((message) => [message.status, message]),
    ),
    errors: byId((operation) => errorsOf(operation, errors)),
    contentTypes: Object.fromEntries(
      withBody.map((each) => [each.operationId, contentTypesOf(each)]),
    ),
    rules: byId(rulesOf),
    events: Object.fromEntries(
      Object.entries(document.webhooks).map(([name, { post }]) => [
        name,
        present(examplesOf(post.requestBody)[0], `example of ${name}`)[1].value,
      ]),
    ),
  };
}

function firstAnswer({ operationId, responses }: LocatedOperation): unknown {
  return present(examplesOf(responses["200"])[0], `answer of ${operationId}`)[1].value;
}

/** The examples of the answer that says how far a message has come. */
function messagesOf(operations: LocatedOperation[]): { status: string }[] {
  const answers = operations.find(({ operationId }) => operationId === "getStatus")?.responses;
  return examplesOf(present(answers, "getStatus")["200"]).map(
    ([, { value }]) => value as { status: string },
  );
}

/** One example of each code, with the status that the catalogue has for it. */
function errorsOf(
  { responses }: LocatedOperation,
  errors: ErrorModel[],
): Record<string, ErrorExample> {
  const examples = Object.entries(responses).flatMap(([status, response]) =>
    examplesOf(response).flatMap(([, { value: body }]) => {
      const { code = "" } = (body as { error?: { code?: string } }).error ?? {};
      const known = errors.find((error) => error.code === code);
      if (known?.status !== Number(status)) return [];
      return [[code, errorExample(status, response, body)]];
    }),
  );
  return Object.fromEntries(examples.toReversed()); // Of several, the first.
}

/** What the document answers to a request that differs from a good one by its content type. */
function contentTypesOf({ operationId, requestBody, responses }: LocatedOperation): ContentTypes {
  const [refusal] = Object.entries(responses).flatMap(([status, response]) =>
    examplesOf(response)
      .filter(([, example]) => example["x-gcm-when"]?.headers?.["content-type"])
      .map(([, { value }]) => errorExample(status, response, value)),
  );
  return {
    accepted: Object.keys(requestBody?.content ?? {}),
    refusal: present(refusal, `answer of ${operationId} to another content type`),
  };
}

function errorExample(status: string, response: Response, body: unknown): ErrorExample {
  return { status: Number(status), headers: headersOf(response), body };
}

function headersOf({ headers }: Response): Record<string, string> | undefined {
  if (!headers) return undefined;
  return Object.fromEntries(
    Object.entries(headers).map(([name, { example }]) => [name.toLowerCase(), String(example)]),
  );
}

function rulesOf({ parameters = [], requestBody }: LocatedOperation): FakeData["rules"][string] {
  const path = parameters.map(({ name, schema }) => [name, readRule(schema)]);
  const [body] = Object.values(requestBody?.content ?? {});
  return { ...(body ? { body: readRule(body.schema) } : {}), path: Object.fromEntries(path) };
}

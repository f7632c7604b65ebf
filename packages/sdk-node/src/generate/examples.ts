import {
  type ApiDocument,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  type Response,
  type Schema,
} from "@getclickmedia/sms-document";
import type { Bundle } from "./bundle.ts";
import { header } from "./header.ts";
import { present } from "./present.ts";

/** What a request is checked by. */
const rules = new Set([
  ...["type", "required", "properties", "additionalProperties", "items", "enum", "pattern"],
  ...["format", "minLength", "maxLength", "minItems", "maxItems", "x-gcm-error-code"],
]);

const types = new Set<unknown>(["object", "array", "string", "boolean"]);

/** What says something about a value and forbids none. */
const annotations = new Set([
  ...["title", "description", "default", "examples", "x-enumDescriptions", "x-gcm-volatile"],
  ...["x-gcm-origin", "x-gcm-reason"],
]);

/** Writes the examples that the fake API answers with, and the rules by which it checks requests. */
export function examples(document: ApiDocument, bundle: Bundle): string {
  const operations = operationsOf(document);
  const events = Object.entries(document.webhooks).map(([name, { post }]) => [
    name,
    present(examplesOf(post.requestBody)[0], `example of ${name}`)[1].value,
  ]);
  return `${header}import type { ErrorCode, OperationId } from "@getclickmedia/sms-types";
import type { ErrorExample } from "../testing/answer.ts";
import type { ContentTypes } from "../testing/content-type.ts";
import type { Rule } from "../testing/rules.ts";
import type { KnownWebhookEvent } from "./webhooks.ts";
import type {
${[...new Set(bundle.operations.flatMap(({ request, response }) => [request, response]))]
  .filter((name) => name !== undefined)
  .map((name) => `  ${name},`)
  .join("\n")}
} from "./operations.ts";

/** What each operation is given. */
export interface OperationInput {
${bundle.operations.map(input).join("\n")}
}

/** What each operation answers first in the documentation. */
export const answerExamples: {
${bundle.operations.map(({ operationId, response }) => `  ${operationId}: ${response};`).join("\n")}
} = {
${operations.map((each) => entry(each.operationId, firstAnswer(each))).join("\n")}
};

/** A message of each status. */
export const statusExamples: Record<string, MessageStatusResponse> = {
${messagesOf(operations)
  .map((message) => entry(message.status, message))
  .join("\n")}
};

/** The errors that each operation is documented with. */
export const errorExamples: Record<OperationId, Partial<Record<ErrorCode, ErrorExample>>> = {
${operations.map((each) => entry(each.operationId, errorsOf(each, bundle))).join("\n")}
};

/** The content types that the body of each operation may have, and the answer to another. */
export const contentTypes: Partial<Record<OperationId, ContentTypes>> = {
${operations
  .filter(({ requestBody }) => requestBody)
  .map((each) => entry(each.operationId, contentTypesOf(each)))
  .join("\n")}
};

/** The rules for the body of each operation, and for the ids in its path. */
export const requestRules: Record<OperationId, { body?: Rule; path: Record<string, Rule> }> = {
${operations.map((each) => entry(each.operationId, rulesOf(each))).join("\n")}
};

/** A delivery receipt of each event. */
export const eventExamples: {
  [Name in KnownWebhookEvent["event"]]: Extract<KnownWebhookEvent, { event: Name }>;
} = {
${events.map(([name, value]) => entry(JSON.stringify(name), value)).join("\n")}
};
`;
}

function entry(name: string, value: unknown): string {
  return `  ${name}: ${JSON.stringify(value)},`;
}

function input({ operationId, path, request }: Bundle["operations"][number]): string {
  const ids = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => `${name}: string;`);
  const fields = [...ids, ...(request ? [`body: ${request};`] : [])];
  return `  ${operationId}: ${fields.length > 0 ? `{ ${fields.join(" ")} }` : "object"};`;
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
function errorsOf({ responses }: LocatedOperation, { errorCodes }: Bundle): object {
  const errors = Object.entries(responses).flatMap(([status, response]) =>
    examplesOf(response).flatMap(([, { value: body }]) => {
      const { code = "" } = (body as { error?: { code?: string } }).error ?? {};
      if (errorCodes[code]?.status !== Number(status)) return [];
      return [[code, errorExample(status, response, body)]];
    }),
  );
  return Object.fromEntries(errors.toReversed()); // Of several, the first.
}

/** What the document answers to a request that differs from a good one by its content type. */
function contentTypesOf({ operationId, requestBody, responses }: LocatedOperation): object {
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

function errorExample(status: string, response: Response, body: unknown): object {
  return { status: Number(status), headers: headersOf(response), body };
}

function headersOf({ headers }: Response): Record<string, string> | undefined {
  if (!headers) return undefined;
  return Object.fromEntries(
    Object.entries(headers).map(([name, { example }]) => [name.toLowerCase(), String(example)]),
  );
}

function rulesOf({ parameters = [], requestBody }: LocatedOperation): object {
  const path = parameters.map(({ name, schema }) => [name, rule(schema)]);
  const [body] = Object.values(requestBody?.content ?? {});
  return { ...(body ? { body: rule(body.schema) } : {}), path: Object.fromEntries(path) };
}

/**
 * A schema without its prose.
 * @throws Error when it has a keyword that the fake API would not check.
 */
function rule(schema: Schema): object {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !annotations.has(keyword))
      .map(([keyword, value]) => {
        if (!rules.has(keyword))
          throw new Error(
            `The fake API cannot check ${keyword}. Teach it in src/testing/rules.ts.`,
          );
        if (keyword === "type" && !types.has(value))
          throw new Error(`The fake API knows no ${value}. Teach it in src/testing/rules.ts.`);
        if (keyword === "items") return [keyword, rule(value as Schema)];
        if (keyword === "x-gcm-error-code") return ["errorCode", value];
        if (keyword !== "properties") return [keyword, value];
        const properties = Object.entries(value as Record<string, Schema>);
        return [keyword, Object.fromEntries(properties.map(([name, each]) => [name, rule(each)]))];
      }),
  );
}

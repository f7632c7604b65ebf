import {
  type ApiDocument,
  apiKeyScheme,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  type Schema,
} from "@getclickmedia/sms-document";
import { type ReplayRequest, requestExample } from "./replay.ts";

/** A request that breaks one rule of its operation, and the answer that it must get. */
export interface BadRequest {
  name: string;
  operation: LocatedOperation;
  request: ReplayRequest;
  status: string;
  /** The error code of the answer; where it is absent, any code of that status will do. */
  code?: string;
}

/**
 * Breaks each rule that the request schemas state, one at a time, so that a server which checks less
 * than it documents is found out: every required field left out, every field of another type, beyond
 * its bounds or of another form, a field too many, and bodies that are no JSON.
 */
export function badRequestsOf(document: ApiDocument): BadRequest[] {
  return operationsOf(document).flatMap((operation) => [
    unknownKey(document, operation),
    ...(operation.requestBody ? badBodies(operation) : []),
  ]);
}

function unknownKey(document: ApiDocument, operation: LocatedOperation): BadRequest {
  const request = requestExample(operation);
  return {
    name: `${operation.operationId} with a key of no known prefix`,
    operation,
    request: { ...request, headers: { [apiKeyScheme(document).name]: "unknown_prefix_key" } },
    status: "401",
  };
}

function badBodies(operation: LocatedOperation): BadRequest[] {
  const { operationId } = operation;
  const request = requestExample(operation);
  const [schema = {}] = Object.values(operation.requestBody?.content ?? {}).map(
    (body) => body.schema,
  );
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const bad = (what: string, changes: Partial<ReplayRequest>, code?: string): BadRequest => ({
    name: `${operationId} with ${what}`,
    operation,
    request: { ...request, ...changes },
    status: "400",
    ...(code === undefined ? {} : { code }),
  });
  const withField = (name: string, value: unknown) => ({
    body: { ...(request.body as object), [name]: value },
  });
  const required = (schema.required ?? []) as string[];
  const missingCode = codeOfMissingField(operation);

  return [
    ...required.map((name) => bad(`no ${name}`, withField(name, undefined), missingCode)),
    ...properties.flatMap(([name, property]) =>
      badValues(property).map(({ what, value, code }) =>
        bad(`${what} as ${name}`, withField(name, value), code),
      ),
    ),
    bad("a field too many", withField("no_such_field", true)),
    bad("an empty body", { rawBody: "" }),
    bad("a body cut in half", { rawBody: JSON.stringify(request.body).slice(0, -2) }),
    bad("a list as its body", { rawBody: "[]" }),
  ];
}

/** The code that answers a field left out, as the document's own example of it shows. */
function codeOfMissingField({ responses }: LocatedOperation): string | undefined {
  const examples = Object.values(responses).flatMap((response) => examplesOf(response));
  const example = examples
    .map(([, each]) => each)
    .find((each) => Object.values(each["x-gcm-when"]?.body ?? {}).includes(null));
  return (example?.value as { error?: { code?: string } } | undefined)?.error?.code;
}

interface BadValue {
  what: string;
  value: unknown;
  /** The error code that answers it, where the document states one. */
  code?: string | undefined;
}

/** Values that a schema refuses. */
function badValues(schema: Schema): BadValue[] {
  const { type, enum: values, minLength, maxLength, format } = schema;
  if (type === "array") return badLists(schema);
  if (type === "boolean") return [{ what: "a text", value: "true" }];
  const number = { what: "a number", value: 1 };
  if (Array.isArray(values))
    return [number, { what: "an unknown value", value: `no_${values[0]}` }];
  const code = schema["x-gcm-error-code"] as string | undefined;
  const tooLong = "9".repeat(Number(maxLength) + 1);
  return [
    number,
    ...(minLength === undefined ? [] : [{ what: "an empty text", value: "", code }]),
    ...(maxLength === undefined ? [] : [{ what: "too long a text", value: tooLong, code }]),
    ...(format === "date-time" ? [{ what: "no date", value: "2026-02-30T25:00:00", code }] : []),
  ];
}

function badLists({ items, maxItems }: Schema): BadValue[] {
  const item = items as Schema;
  const [example] = (item.examples ?? [""]) as unknown[];
  const tooLong = new Array(Number(maxItems ?? 0) + 1).fill(example);
  return [
    { what: "a text", value: "text" },
    { what: "an empty list", value: [] },
    ...(maxItems === undefined ? [] : [{ what: "too long a list", value: tooLong }]),
    ...badValues(item).map(({ what, value, code }) => ({
      what: `a list of ${what}`,
      value: [value],
      code,
    })),
  ];
}

import {
  type ApiDocument,
  apiKeyScheme,
  examplesOf,
  type LocatedOperation,
  type Parameter,
  type RequestChange,
} from "@getclickmedia/sms-document";
import { firstExample } from "./chained-ids.ts";
import { type Body, type Field, type Request, stringVariable, type Url } from "./collection.ts";
import { type ConvertedRequest, textOf } from "./convert.ts";

/** An operation with the bare request that the converter made of it. */
export interface Call {
  operation: LocatedOperation;
  converted: ConvertedRequest;
}

/** Stands in a body for what makes it too large, which no file should hold. */
export const paddingVariable = "padding";

/**
 * The request of a call as the document's example of that name has it, or else its first one.
 * @param change how the request differs, as `x-gcm-when` of the document says.
 */
export function exampleRequest(
  document: ApiDocument,
  call: Call,
  name?: string,
  change: RequestChange = {},
): Request {
  const { operation, converted } = call;
  const value = bodyExample(operation, name);
  const header = changedHeader(document, converted.header, change.headers ?? {});
  return {
    method: operation.method,
    header: header.fields,
    url: urlOf(call, name, change),
    ...(value === undefined
      ? {}
      : { body: rawBody(mergePatch(value, change.body ?? {}), change.oversize) }),
    ...(header.withoutKey ? { auth: { type: "noauth" } } : {}),
  };
}

/** The example of a request body, of the given name or else the first; `undefined` where there is no body. */
function bodyExample({ requestBody }: LocatedOperation, name?: string): unknown {
  const examples = examplesOf(requestBody);
  const [, example] = examples.find(([each]) => each === name) ?? examples[0] ?? [];
  return example?.value;
}

function urlOf(
  { operation, converted }: Call,
  name: string | undefined,
  change: RequestChange,
): Url {
  const { host, path } = converted.url;
  const query = Object.entries(change.query ?? {}).map(([key, value]) => ({ key, value }));
  const search = query.map(({ key, value }) => `${key}=${encodeURIComponent(value)}`).join("&");
  const variable = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === "path")
    .map((parameter) =>
      stringVariable(
        parameter.name,
        change.path?.[parameter.name] ?? parameterExample(parameter, name),
        descriptionOf(converted, parameter.name),
      ),
    );
  return {
    raw: [[...host, ...path].join("/"), search].filter(Boolean).join("?"),
    host,
    path,
    ...(query.length > 0 ? { query } : {}),
    ...(variable.length > 0 ? { variable } : {}),
  };
}

function parameterExample(parameter: Parameter, name: string | undefined): string {
  const example = name === undefined ? undefined : parameter.examples?.[name];
  return example ? String(example.value) : firstExample(parameter);
}

function descriptionOf({ url }: ConvertedRequest, name: string): string | undefined {
  const variable = url.variable.find(({ key }) => key === name);
  return variable && textOf(variable.description);
}

/** Postman adds the key by itself: a request without one is a request without its authorisation. */
function changedHeader(
  document: ApiDocument,
  fields: Field[],
  changes: Record<string, string | null>,
): { fields: Field[]; withoutKey: boolean } {
  const keyHeader = apiKeyScheme(document).name.toLowerCase();
  const changed = new Map(
    Object.entries(changes).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const kept = fields
    .filter(({ key }) => !changed.has(key.toLowerCase()))
    .map(({ key, value }) => ({ key, value }));
  const added = [...changed].flatMap(([key, value]) => (value === null ? [] : { key, value }));
  return { fields: [...kept, ...added], withoutKey: changed.has(keyHeader) };
}

function rawBody(value: unknown, oversize = false): Body {
  const text = JSON.stringify(value, null, 2);
  return jsonBody(oversize ? `${text}{{${paddingVariable}}}` : text);
}

export function jsonBody(raw: string): Body {
  return { mode: "raw", raw, options: { raw: { language: "json" } } };
}

/** A JSON Merge Patch of depth one, as `x-gcm-when` has it: `null` removes a field. */
function mergePatch(value: unknown, patch: Record<string, unknown>): unknown {
  if (Object.keys(patch).length === 0) return value;
  const entries = Object.entries({ ...(value as object), ...patch });
  return Object.fromEntries(entries.filter(([, each]) => each !== null));
}

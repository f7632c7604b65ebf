import { type OpenApiDocument, resolve } from "./document.ts";
import { isObject, type Json, type JsonObject, pointerOf } from "./json.ts";
import { methods } from "./methods.ts";

/**
 * The document with one way of writing what can be written in several: what only repeats a default is left out, a
 * schema of `true` or `false` is an object, and a parameter of a path is one of each of its calls. What is written
 * stays where it is, so that a pointer into the result leads to the same in the document itself.
 */
export function normalise(document: OpenApiDocument): OpenApiDocument {
  const items = ["paths", "webhooks"].flatMap((kind) => {
    const map = document[kind];
    return isObject(map) ? [[kind, withCalls(map, [kind], document)] as const] : [];
  });
  const components = isObject(document.components) ? document.components : undefined;
  const named = components?.pathItems;
  const whole: OpenApiDocument = {
    ...document,
    ...Object.fromEntries(items),
    ...(components && isObject(named)
      ? {
          components: {
            ...components,
            pathItems: withCalls(named, ["components", "pathItems"], document),
          },
        }
      : {}),
  };
  const entries = Object.entries(whole).map(
    ([key, value]) => [key, part(value, key, maps.has(key))] as const,
  );
  return { ...whole, ...Object.fromEntries(entries) };
}

/** Each call of the paths with all of its parameters: its own, and references to those of its path. */
function withCalls(items: JsonObject, keys: string[], document: Json): JsonObject {
  return mapped(items, (item, name) => {
    if (!isObject(item)) return item;
    const at = pointerOf([...keys, name, "parameters"]);
    const shared = list(item.parameters).map((_, index): Json => ({ $ref: `#${at}/${index}` }));
    return mapped(item, (operation, method) => {
      if (!methods.has(method) || !isObject(operation)) return operation;
      const own = list(operation.parameters);
      const names = own.map((each) => nameOf(each, document));
      const others = shared.filter((each) => !names.includes(nameOf(each, document)));
      return { ...operation, parameters: [...own, ...others] };
    });
  });
}

function nameOf(parameter: Json, document: Json): string {
  const { value } = resolve(document, parameter, "");
  return isObject(value) ? `${value.in} ${value.name}` : "";
}

/** What holds parts by names that somebody gave, as against the words of OpenAPI. */
const maps = new Set([
  "paths",
  "webhooks",
  "pathItems",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "content",
  "encoding",
  "links",
  "callbacks",
  "securitySchemes",
  "variables",
]);

const values = new Set(["example", "examples", "default", "const", "enum"]);

/** A part of the description that is no schema. */
function part(value: Json, key: string, names: boolean): Json {
  if (Array.isArray(value)) return value.map((each) => part(each, "", false));
  if (!isObject(value)) return value;
  if (names) return mapped(value, (child) => part(child, "", false));
  if (key === "schema") return schema(value);
  if (key === "schemas") return mapped(value, schema);
  const written = Object.entries(value).filter(([word, child]) => !isDefault(word, child, value));
  return mapped(Object.fromEntries(written), (child, word) =>
    word.startsWith("x-") || values.has(word)
      ? child
      : word === "schema"
        ? schema(child)
        : part(child, word, maps.has(word)),
  );
}

/** Whether a word says what holds without it. */
function isDefault(word: string, value: Json, owner: JsonObject): boolean {
  if (["deprecated", "required", "allowReserved", "allowEmptyValue"].includes(word))
    return value === false;
  const place = String(owner.in);
  const style = ["query", "cookie"].includes(place) ? "form" : "simple";
  const written = owner.schema !== undefined;
  if (word === "style") return written && value === style;
  return word === "explode" && written && value === ((owner.style ?? style) === "form");
}

const single = new Set([
  "items",
  "contains",
  "not",
  "if",
  "then",
  "else",
  "propertyNames",
  "contentSchema",
]);
const lists = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const named = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
/** What is compared as `true` and `false` too. */
const open = new Set(["additionalProperties", "unevaluatedProperties", "unevaluatedItems"]);
/** What holds a value, or an object that is compared as it is. */
const asTheyAre = new Set([
  ...values,
  "type",
  "required",
  "dependentRequired",
  "discriminator",
  "externalDocs",
  "xml",
]);

/** A schema, with everything that lies within it. */
function schema(value: Json): Json {
  if (value === true) return {};
  if (value === false) return { not: {} };
  if (!isObject(value)) return value;
  const written = Object.entries(value).filter(([word, child]) => !saysNothing(word, child));
  return withoutWrapping(mapped(Object.fromEntries(written), keyword));
}

function keyword(value: Json, word: string): Json {
  if (word.startsWith("x-")) return value;
  if (single.has(word)) return schema(value);
  if (lists.has(word) && Array.isArray(value)) return value.map(schema);
  if (named.has(word) && isObject(value)) return mapped(value, schema);
  if (open.has(word)) return isObject(value) ? closedOrOpen(schema(value)) : value;
  if (word === "type" && Array.isArray(value) && value.length === 1) return value[0] ?? value;
  // A word that is unknown is compared as a whole, because nothing looks into it.
  return asTheyAre.has(word) || typeof value !== "object" || value === null
    ? value
    : JSON.stringify(sorted(value));
}

function closedOrOpen(value: Json): Json {
  return isObject(value) && Object.keys(value).length === 0 ? true : value;
}

/** Whether a keyword allows everything. */
function saysNothing(word: string, value: Json): boolean {
  if (["minItems", "minLength", "minProperties"].includes(word)) return value === 0;
  if (["uniqueItems", "deprecated", "readOnly", "writeOnly"].includes(word)) return value === false;
  return word === "required" && Array.isArray(value) && value.length === 0;
}

const annotations = new Set(["title", "description", "deprecated", "readOnly", "writeOnly"]);

/** A reference in an `allOf` of its own, as it was needed before OpenAPI 3.1, is the reference. */
function withoutWrapping(value: JsonObject): JsonObject {
  const { allOf, ...rest } = value;
  const [only, ...more] = list(allOf);
  if (!isObject(only) || more.length > 0 || Object.keys(only).join() !== "$ref") return value;
  const alone = Object.keys(rest).every(
    (word) => word.startsWith("x-") || values.has(word) || annotations.has(word),
  );
  return alone && !["const", "enum"].some((word) => Object.hasOwn(rest, word))
    ? { ...only, ...rest }
    : value;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, sorted(child)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mapped(value: JsonObject, change: (child: Json, key: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, change(child, key)]));
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

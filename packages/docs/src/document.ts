import type { Json, JsonObject } from "@getclickmedia/sms-code-samples";

export type { Json, JsonObject };

/** What the documentation reads of the bundled document. Everything else passes through untouched. */
export interface OpenApiDocument {
  info: { title: string; summary: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, PathItem>;
  webhooks: Record<string, { post: Operation }>;
  components: {
    parameters?: Record<string, Parameter>;
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, SecurityScheme>;
  };
}

/** `get`, `post` and the other operations of one path. */
export type PathItem = Record<string, Operation>;

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { content: Record<string, MediaType> };
  responses?: Record<string, Response | Reference>;
  "x-codeSamples"?: CodeSample[];
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
}

export interface Header {
  description?: string;
  required?: boolean;
  schema?: Schema | Reference;
}

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  examples?: Record<string, Example>;
}

export interface MediaType {
  schema?: Schema | Reference;
  examples?: Record<string, Example>;
}

export interface Example {
  summary?: string;
  value: Json;
}

export interface Schema {
  title?: string;
  description?: string;
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema | Reference>;
  required?: string[];
  const?: Json;
  "x-extensible-enum"?: Record<string, JsonObject>;
}

export interface SecurityScheme {
  name: string;
  "x-gcm-key-prefixes"?: Record<string, JsonObject>;
}

/** One tab of an operation's code samples, as Redoc reads it. */
export interface CodeSample {
  /** Names the syntax to highlight. */
  lang: string;
  /** The name on the tab. */
  label: string;
  source: string;
}

/** The operations of all paths, with the path and the method of each. */
export function operationsOf(
  document: OpenApiDocument,
): { path: string; method: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** The object itself, or the component that it refers to. */
export function resolve<T extends object>(document: OpenApiDocument, object: T | Reference): T {
  if (!("$ref" in object)) return object;
  const found = object.$ref
    .split("/")
    .slice(1)
    .reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], document);
  if (!found) throw new Error(`The document has no ${object.$ref}.`);
  return found as T;
}

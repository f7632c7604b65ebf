/** The bundled OpenAPI document with every `$ref` replaced by what it names. */
export interface ApiDocument {
  servers: { url: string }[];
  /** What every operation asks for that does not say itself. */
  security?: SecurityRequirement[];
  paths: Record<string, PathItem>;
  webhooks: Record<string, { post: WebhookOperation }>;
  components: {
    schemas: Record<string, Schema>;
    /** May be missing where no operation needs a key. */
    securitySchemes?: Record<string, ApiKeyScheme>;
  };
  /** The DLT templates that are registered in the default state, by their id. */
  "x-gcm-templates"?: Record<string, { senderId: string; type: string; text: string }>;
  "x-gcm-states": Record<string, string>;
  /** The state that holds where an example names none. */
  "x-gcm-default-state"?: string;
}

/** The operations of a path by their method, and the parameters that all of them have. */
export type PathItem = { parameters?: Parameter[] } & { [method in HttpMethod]?: Operation };

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
type HttpMethod = (typeof methods)[number];

export interface Operation {
  operationId: string;
  /** An empty list is an operation that needs no key. */
  security?: SecurityRequirement[];
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Response>;
}

export interface WebhookOperation extends Operation {
  requestBody: Body;
}

export interface Response extends Partial<Body> {
  headers?: Record<string, Header>;
  "x-gcm-state"?: string;
  /** The largest request body that is read, in bytes, where a larger one gets this response. */
  "x-gcm-max-body-bytes"?: number;
}

export interface Body {
  content: Record<string, { schema: Schema; examples?: Record<string, Example> }>;
}

export interface Header {
  required?: boolean;
  schema: Schema;
  example?: unknown;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
  examples?: Record<string, Example>;
  "x-gcm-example-secret"?: string;
}

export interface Example {
  value?: unknown;
  /** The state that a server with memory must be in to answer this example. */
  "x-gcm-state"?: string;
  /** How the request that this error answers differs from the operation's first request example. */
  "x-gcm-when"?: RequestChange;
}

/** `null` removes a header or a field; `oversize` sends a body beyond the largest that is read. */
export interface RequestChange {
  headers?: Record<string, string | null>;
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  oversize?: boolean;
}

export type SecurityRequirement = Record<string, string[]>;

export interface ApiKeyScheme {
  name: string;
  "x-gcm-key-prefixes": Record<string, { environment: string }>;
}

export type Schema = { [keyword: string]: unknown };

/** An operation with the path and method under which the document has it. */
export interface LocatedOperation extends Operation {
  /** The path's template, as `/sms/status/{messageId}`. */
  path: string;
  /** In upper case, as `GET`. */
  method: string;
}

/** Every operation of the document, in its order, with the parameters of its path. */
export function operationsOf(document: ApiDocument): LocatedOperation[] {
  return Object.entries(document.paths).flatMap(([path, { parameters = [], ...item }]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      isMethod(method) && operation
        ? {
            ...operation,
            parameters: [...parameters, ...(operation.parameters ?? [])],
            path,
            method: method.toUpperCase(),
          }
        : [],
    ),
  );
}

function isMethod(name: string): name is HttpMethod {
  return (methods as readonly string[]).includes(name);
}

/** The named examples of a body, whatever its media type. */
export function examplesOf(body: Partial<Body> | undefined): [name: string, example: Example][] {
  return Object.values(body?.content ?? {}).flatMap(({ examples = {} }) =>
    Object.entries(examples),
  );
}

/** How a key is sent, and what it begins with. */
export function apiKeyScheme(document: ApiDocument): ApiKeyScheme {
  const [scheme] = Object.values(document.components.securitySchemes ?? {});
  if (!scheme) throw new Error("The document has no security scheme.");
  return scheme;
}

/** Whether an operation is called with a key. Where the document says nothing, it is: that is the safe guess. */
export function needsKey(
  { security: everywhere }: ApiDocument,
  { security = everywhere }: Operation,
): boolean {
  return security?.length !== 0;
}

/** The error catalogue: which HTTP statuses each code comes with. Empty where there is none. */
export function errorCatalogue(
  document: ApiDocument,
): Record<string, { status: number; transportStatuses?: number[] }> {
  const { ErrorCode } = document.components.schemas ?? {};
  return (ErrorCode?.["x-extensible-enum"] ?? {}) as ReturnType<typeof errorCatalogue>;
}

/** The largest request body that an operation reads, in bytes, where the document states it. */
export function maxBodyBytes({ responses }: Operation): number | undefined {
  const limits = Object.values(responses).flatMap((each) => each["x-gcm-max-body-bytes"] ?? []);
  return limits.length > 0 ? Math.max(...limits) : undefined;
}

/** The header of a webhook that signs its body: the document marks it by the secret of its example. */
export function signatureHeader({ parameters = [] }: WebhookOperation): Parameter | undefined {
  return parameters.find((parameter) => "x-gcm-example-secret" in parameter);
}

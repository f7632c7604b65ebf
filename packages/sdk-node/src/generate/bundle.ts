import {
  type ApiDocument,
  apiKeyScheme,
  type Body,
  errorCatalogue,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  type Schema,
} from "@getclickmedia/sms-document";
import { present } from "./present.ts";

/** What the generators need to know of the OpenAPI document. */
export interface Bundle {
  operations: BundledOperation[];
  schemas: Record<string, Schema & { description?: string; required?: string[] }>;
  errorCodes: Record<string, ErrorCodeEntry>;
  baseUrl: string;
  /** The header that carries the key, in lower case. */
  keyHeader: string;
  keyPrefixes: Record<string, { environment: string }>;
}

/** What the catalogue says of an error code. */
export interface ErrorCodeEntry {
  status: number;
  transportStatuses?: number[];
  retryable: boolean;
  description: string;
  action: string;
}

export interface BundledOperation {
  operationId: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  /** The name of the body's schema, where there is a body. */
  request: string | undefined;
  /** The name of the schema that a 200 answers. */
  response: string;
  /** The error codes that it answers, each with what it means there. */
  errors: [code: string, description: string][];
}

/** Gathers from the dereferenced document what the generators need. */
export function readBundle(document: ApiDocument): Bundle {
  const { schemas } = document.components;
  const errorCodes = errorCatalogue(document) as Bundle["errorCodes"];
  if (Object.keys(errorCodes).length === 0)
    throw new Error("The document has no error codes in ErrorCode. Add them to spec/.");
  const { name: keyHeader, "x-gcm-key-prefixes": keyPrefixes } = apiKeyScheme(document);
  return {
    baseUrl: present(document.servers[0], "server").url,
    operations: operationsOf(document).map((operation) => bundled(operation, schemas, errorCodes)),
    schemas,
    errorCodes,
    keyHeader: keyHeader.toLowerCase(),
    keyPrefixes: present(keyPrefixes, "key prefixes in its security scheme"),
  };
}

function bundled(
  operation: LocatedOperation,
  schemas: Record<string, Schema>,
  errorCodes: Bundle["errorCodes"],
): BundledOperation {
  const { operationId, method, path, requestBody, responses } = operation;
  const { summary, description } = operation as LocatedOperation & Record<string, string>;
  const response = schemaName(responses["200"], schemas);
  if (!summary || !description || !response)
    throw new Error(
      `${operationId} needs a summary, a description and a 200 answer with a schema.`,
    );
  const request = requestBody && schemaName(requestBody, schemas);
  if (requestBody && !request)
    throw new Error(`${operationId} needs a schema with a name for its request body.`);
  const errors = errorsOf(Object.values(responses), errorCodes);
  return { operationId, method, path, summary, description, request, response, errors };
}

// Dereferencing keeps one object for one component, so a schema is found again by identity.
function schemaName(body: Partial<Body> | undefined, schemas: Record<string, Schema>) {
  const [content] = Object.values(body?.content ?? {});
  return Object.keys(schemas).find((name) => schemas[name] === content?.schema);
}

/** An answer that is for one code says best what it means there; of several, the catalogue tells each. */
function errorsOf(
  responses: (Partial<Body> & { description?: string })[],
  errorCodes: Bundle["errorCodes"],
): [code: string, description: string][] {
  const descriptions = new Map<string, string[]>();
  for (const response of responses) {
    const codes = new Set(codesOf(response));
    for (const code of codes) {
      const text = codes.size === 1 ? response.description : errorCodes[code]?.description;
      descriptions.set(code, [...(descriptions.get(code) ?? []), text?.trim() ?? ""]);
    }
  }
  return [...descriptions].map(([code, texts]) => [code, texts.join(" ")]);
}

function codesOf(response: Partial<Body>): string[] {
  return examplesOf(response).flatMap(([, { value }]) => {
    const { error } = value as { error?: { code: string } };
    return error ? [error.code] : [];
  });
}

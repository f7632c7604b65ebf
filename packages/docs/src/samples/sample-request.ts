import type { SampleRequest } from "@getclickmedia/sms-code-samples";
import {
  type Json,
  type JsonObject,
  type OpenApiDocument,
  type Operation,
  resolve,
} from "../document.ts";
import { bodyExamples } from "./body-examples.ts";

/**
 * The call that the first example of an operation without a time describes, to the first server of the document.
 * @throws Error when a path parameter or a request body has no example.
 */
export function sampleRequest(
  document: OpenApiDocument,
  { path, method, operation }: { path: string; method: string; operation: Operation },
): SampleRequest {
  const ids = sampleIds(document, { path, operation });
  const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(ids.shift() ?? ""));
  const body = sampleBody(document, operation);
  return {
    method: method.toUpperCase(),
    url: `${document.servers[0]?.url}${filled}`,
    keyHeader: keyHeader(document),
    ...(body && { body }),
  };
}

/** The first example of each parameter in the path, in its order. */
export function sampleIds(
  document: OpenApiDocument,
  { path, operation }: { path: string; operation: Operation },
): string[] {
  const parameters = (operation.parameters ?? []).map((each) => resolve(document, each));
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    const parameter = parameters.find((each) => each.in === "path" && each.name === name);
    return String(firstExample(parameter, operation.operationId));
  });
}

/** The first example of the body without a time, where there is a body. */
export function sampleBody(document: OpenApiDocument, operation: Operation): SampleRequest["body"] {
  const [mediaType] = Object.keys(operation.requestBody?.content ?? {});
  if (mediaType === undefined) return undefined;
  const examples = Object.fromEntries(bodyExamples(document, operation));
  return { mediaType, value: firstExample({ examples }, operation.operationId) as JsonObject };
}

function keyHeader({ components }: OpenApiDocument): string {
  const [scheme] = Object.values(components.securitySchemes);
  if (!scheme) throw new Error("The document has no security scheme that names the key's header.");
  return scheme.name;
}

function firstExample(
  holder: { examples?: Record<string, { value: Json }> } | undefined,
  operationId: string,
): Json {
  const [example] = Object.values(holder?.examples ?? {});
  if (!example) throw new Error(`${operationId} lacks an example to make a code sample of.`);
  return example.value;
}

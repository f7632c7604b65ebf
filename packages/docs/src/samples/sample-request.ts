import type { SampleRequest } from "@getclickmedia/sms-code-samples";
import {
  type Json,
  type JsonObject,
  type OpenApiDocument,
  type Operation,
  resolve,
} from "../document.ts";

/**
 * The call that the first example of an operation describes, to the first server of the document.
 * @throws Error when a path parameter or a request body has no example.
 */
export function sampleRequest(
  document: OpenApiDocument,
  { path, method, operation }: { path: string; method: string; operation: Operation },
): SampleRequest {
  const parameters = (operation.parameters ?? []).map((each) => resolve(document, each));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((each) => each.in === "path" && each.name === name);
    return encodeURIComponent(String(firstExample(parameter, operation.operationId)));
  });
  const [content] = Object.entries(operation.requestBody?.content ?? {});
  return {
    method: method.toUpperCase(),
    url: `${document.servers[0]?.url}${filled}`,
    keyHeader: keyHeader(document),
    ...(content && {
      body: {
        mediaType: content[0],
        value: firstExample(content[1], operation.operationId) as JsonObject,
      },
    }),
  };
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

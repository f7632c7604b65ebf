import { type OpenApiDocument, operationsOf } from "../../document.ts";

/** Leads from every operation to the form in which it can be tried. Webhooks are received, so they have none. */
export function withTryItLinks(document: OpenApiDocument): OpenApiDocument {
  const view = structuredClone(document);
  for (const { operation } of operationsOf(view)) {
    const link = `[Try it against your own mock or sandbox](../try-it/#${operation.operationId})`;
    operation.description = `${operation.description.trimEnd()}\n\n${link}`;
  }
  return view;
}

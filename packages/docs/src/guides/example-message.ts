import { type OpenApiDocument, operationsOf } from "../document.ts";

/** The text of the first message among the examples of the document. */
export function exampleMessage(document: OpenApiDocument): string {
  for (const { operation } of operationsOf(document)) {
    for (const { examples = {} } of Object.values(operation.requestBody?.content ?? {})) {
      for (const { value } of Object.values(examples)) {
        if (value && typeof value === "object" && "message" in value) return String(value.message);
      }
    }
  }
  throw new Error("The document has no example of a message.");
}

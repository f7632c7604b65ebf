import {
  type ApiDocument,
  operationsOf,
  type Response,
  type Schema,
} from "@getclickmedia/sms-document";
import { describedOf, extensionNote, inOneLine } from "./described.ts";
import type { Call } from "./example-request.ts";

/**
 * Markdown of the document for a reader in Postman, where links to other operations lead nowhere: the name that
 * the request has in the collection takes their place.
 */
export function withoutAnchors(document: ApiDocument, markdown: string): string {
  const names = new Map(
    operationsOf(document).map((operation) => [
      operation.operationId,
      describedOf(operation).summary ?? operation.operationId,
    ]),
  );
  return markdown.replace(
    /\[([^\]]+)\]\(#operation\/([^)]+)\)/g,
    (_, text: string, id: string) => `*${names.get(id) ?? text}*`,
  );
}

/** What an operation does, what the fields of its body mean, and how it may be answered. */
export function operationDescription(document: ApiDocument, { operation }: Call): string {
  const { description = "" } = describedOf(operation);
  const parts = [description.trim(), fieldList(operation), answerList(operation.responses)];
  return withoutAnchors(document, parts.filter(Boolean).join("\n\n"));
}

function fieldList({ requestBody }: Call["operation"]): string {
  const [body] = Object.values(requestBody?.content ?? {});
  if (!body) return "";
  const { properties = {}, required = [] } = body.schema;
  const lines = Object.entries(properties as Record<string, Schema>).map(([name, schema]) => {
    const needed = (required as string[]).includes(name) ? "required" : "optional";
    const words = inOneLine(describedOf(schema).description ?? "");
    return `- \`${name}\` (${needed}): ${words}${extensionNote(schema)}`;
  });
  return `### Body\n\n${lines.join("\n")}`;
}

export function answerList(responses: Record<string, Response>): string {
  const lines = Object.entries(responses).map(
    ([status, response]) =>
      `- ${status}: ${inOneLine(describedOf(response).description ?? "")}${extensionNote(response)}`,
  );
  return `### Answers\n\n${lines.join("\n")}`;
}

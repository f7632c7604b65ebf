import { changelog, entryMarkdown } from "@getclickmedia/sms-api-changes";
import { magicRecipients } from "@getclickmedia/sms-sandbox";
import { type JsonObject, type OpenApiDocument, type Operation, resolve } from "../document.ts";
import { markdownTable } from "./markdown-table.ts";

/**
 * The catalogues of the document and of the sandbox as Markdown, by the name under which a guide asks
 * for them. Links in them are written as in a guide: `operation:` leads into the reference.
 */
export const tables: Record<string, (document: OpenApiDocument) => string> = {
  "key-prefixes": keyPrefixes,
  "error-codes": errorCodes,
  plans,
  statuses: messageStatuses,
  events: webhookEvents,
  "magic-numbers": magicNumbers,
  releases,
};

/** What each version of the description brought, the newest first; what is not released yet before them. */
function releases(): string {
  const link = (operationId: string, text: string) => `[${text}](operation:${operationId})`;
  return changelog({ link })
    .map((entry) => entryMarkdown(entry, 3))
    .join("\n");
}

// A section to a code, and not a row: each can be linked to, is found by the search and fits a telephone.
function errorCodes(document: OpenApiDocument): string {
  const sections = openEnum(document, "ErrorCode").map(([code, entry]) => {
    const statuses = [entry.status, ...list(entry.transportStatuses)].join(", ");
    const retry = entry.retryable ? "Repeat it after a pause." : "Do not repeat it unchanged.";
    const origin = entry["x-gcm-reason"] ? [`*Extension: ${entry["x-gcm-reason"]}*`] : [];
    return [
      `### ${code}`,
      `**HTTP status ${statuses}.** ${retry}`,
      `${entry.description}`,
      `**What to do:** ${entry.action}`,
      ...origin,
    ].join("\n\n");
  });
  return sections.join("\n\n");
}

function plans(document: OpenApiDocument): string {
  const rows = openEnum(document, "Plan").map(([plan, entry]) => [
    `\`${plan}\``,
    `${entry.requestsPerSecondIsMinimum ? "at least " : ""}${number(entry.requestsPerSecond)}`,
    number(entry.recipientsPerRequest),
    `${entry.description}`,
  ]);
  return markdownTable(["Plan", "Requests per second", "Recipients per request", "Notes"], rows);
}

function messageStatuses(document: OpenApiDocument): string {
  const rows = openEnum(document, "MessageStatus").map(([status, entry]) => [
    `\`${status}\``,
    entry.final ? "yes" : "no",
    `${entry.description}`,
  ]);
  return markdownTable(["Status", "Final", "Meaning"], rows);
}

function webhookEvents(document: OpenApiDocument): string {
  const rows = Object.entries(document.webhooks).map(([event, { post }]) => [
    `[\`${event}\`](operation:${post.operationId})`,
    firstParagraph(post.description),
    `\`${statusOf(document, post)}\``,
  ]);
  return markdownTable(["Event", "Trigger", "Status"], rows);
}

function keyPrefixes({ components }: OpenApiDocument): string {
  const prefixes = Object.values(components.securitySchemes).flatMap((scheme) =>
    Object.entries(scheme["x-gcm-key-prefixes"] ?? {}),
  );
  const rows = prefixes.map(([prefix, entry]) => [
    `\`${prefix}\``,
    `${entry.environment}`,
    `${entry.description}`,
  ]);
  return markdownTable(["Prefix", "Environment", "What happens"], rows);
}

function magicNumbers(): string {
  const rows = magicRecipients.map(({ to, effect }) => [`\`${to}\``, effect]);
  return markdownTable(["Recipient", "What becomes of it"], rows);
}

function openEnum({ components }: OpenApiDocument, name: string): [string, JsonObject][] {
  const values = components.schemas[name]?.["x-extensible-enum"];
  if (!values) throw new Error(`The schema ${name} has no x-extensible-enum to make a table of.`);
  return Object.entries(values);
}

/** The status that every payload of an event carries. */
function statusOf(document: OpenApiDocument, { requestBody }: Operation): string {
  const [mediaType] = Object.values(requestBody?.content ?? {});
  const payload = mediaType?.schema && resolve(document, mediaType.schema);
  const status = payload?.properties?.status;
  return String(status && resolve(document, status).const);
}

function firstParagraph(text: string): string {
  return text.split("\n\n", 1)[0] ?? "";
}

/** A number as it is written in a text: with a comma at the thousands. */
export function number(value: unknown): string {
  return typeof value === "number" ? value.toLocaleString("en-GB") : String(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

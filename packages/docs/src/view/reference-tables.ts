import { type JsonObject, type OpenApiDocument, type Operation, resolve } from "../document.ts";
import { markdownTable } from "./markdown-table.ts";
import { routeOf } from "./page-route.ts";

/**
 * Adds the catalogues of the document as tables at the end of its introduction, each in a section of
 * its own, so that they stand in the navigation and in the search.
 */
export function withReferenceTables(document: OpenApiDocument): OpenApiDocument {
  const sections = [
    section("Key prefixes", keyPrefixes(document)),
    section("Error codes", errorCodes(document)),
    section("Plans and limits", plans(document)),
    section("Message statuses", messageStatuses(document)),
    section("Webhook events", webhookEvents(document)),
  ];
  const description = [document.info.description.trimEnd(), ...sections].join("\n\n");
  return { ...document, info: { ...document.info, description } };
}

function section(title: string, table: string): string {
  return `## ${title}\n\n${table}`;
}

// Five columns are too many for the page; two with lines of their own also fit a telephone.
function errorCodes(document: OpenApiDocument): string {
  const rows = openEnum(document, "ErrorCode").map(([code, entry]) => [
    lines(
      `\`${code}\``,
      `${[entry.status, ...list(entry.transportStatuses)].join(", ")}`,
      entry.retryable ? "retry" : "do not retry",
    ),
    lines(...`${entry.description}`.split("\n\n"), `**What to do:** ${entry.action}`),
  ]);
  return markdownTable(["Code, status, retry", "Cause, and what to do"], rows);
}

function plans(document: OpenApiDocument): string {
  const rows = openEnum(document, "Plan").map(([plan, entry]) => [
    `\`${plan}\``,
    `${entry.requestsPerSecondIsMinimum ? "at least " : ""}${entry.requestsPerSecond}`,
    `${entry.recipientsPerRequest}`,
    `${entry.description}`,
  ]);
  return markdownTable(["Plan", "Requests per second", "Recipients per request", "Notes"], rows);
}

function messageStatuses(document: OpenApiDocument): string {
  const rows = openEnum(document, "MessageStatus").map(([status, entry]) => [
    `\`${status}\``,
    yesNo(entry.final),
    `${entry.description}`,
  ]);
  return markdownTable(["Status", "Final", "Meaning"], rows);
}

function webhookEvents(document: OpenApiDocument): string {
  const rows = Object.entries(document.webhooks).map(([event, { post }]) => [
    `[\`${event}\`](#${routeOf(post)})`,
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

/** Lines of one cell. */
function lines(...texts: string[]): string {
  return texts.join("<br>");
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function yesNo(value: unknown): string {
  return value ? "yes" : "no";
}

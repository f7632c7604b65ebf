import {
  type ApiDocument,
  type Schema,
  signatureHeader,
  type WebhookOperation,
} from "@getclickmedia/sms-document";
import { docComment } from "./doc-comment.ts";
import { header } from "./header.ts";

interface Event {
  name: string;
  description: string;
  /** The name of the schema of its body. */
  schema: string;
}

/** Writes the types of the webhook events, and what a receiver needs to know of the signature. */
export function webhooks(document: ApiDocument): string {
  const operations = Object.entries(document.webhooks);
  const events = operations.map(([name, { post }]) => event(name, post, document));
  const signature = operations.map(([, { post }]) => signatureHeader(post)).find(Boolean);
  if (!signature?.schema.pattern)
    throw new Error("The webhooks need a header with the signature, and its pattern.");
  const timestamps = operations.flatMap(([, { post }]) => timestampsOf(schemaOf(post)));
  return `${header}import type { components } from "@getclickmedia/sms-types";

/** The header that carries the signature of the body. */
export const signatureHeader = ${JSON.stringify(signature.name)} as const;

/** The form of a signature. */
export const signatureForm = /${signature.schema.pattern}/;

/** The fields that say when the message reached a status. */
export const timestampFields = ${JSON.stringify([...new Set(timestamps)])} as const;

${events.map(model).join("\n")}
/** An event that this version of the SDK knows. */
export type KnownWebhookEvent =
${events.map(({ schema }) => `  | ${schema}`).join("\n")};
`;
}

function event(name: string, operation: WebhookOperation, document: ApiDocument): Event {
  const { description = "" } = operation as WebhookOperation & { description?: string };
  // Dereferencing keeps one object for one component, so a schema is found again by identity.
  const [schema] =
    Object.entries(document.components.schemas).find(([, each]) => each === schemaOf(operation)) ??
    [];
  if (!schema) throw new Error(`The body of ${name} needs a schema with a name.`);
  return { name, description, schema };
}

function schemaOf({ requestBody }: WebhookOperation): Schema | undefined {
  return Object.values(requestBody.content)[0]?.schema;
}

function timestampsOf(schema: Schema | undefined): string[] {
  const properties = (schema?.properties ?? {}) as Record<string, Schema>;
  return Object.keys(properties).filter((name) => properties[name]?.format === "date-time");
}

function model({ name, description, schema }: Event): string {
  return `${docComment([`\`${name}\`: ${description}`])}
export type ${schema} = components["schemas"]["${schema}"];
`;
}

import {
  type ApiDocument,
  type Schema,
  signatureHeader,
  type WebhookOperation,
} from "@getclickmedia/sms-document";
import type { EventModel, SdkModel } from "./model.ts";
import { schemaName } from "./schema-name.ts";

/** The events that webhooks carry. */
export function readEvents({ webhooks, components }: ApiDocument): EventModel[] {
  return Object.entries(webhooks).map(([name, { post }]) => {
    const { description = "" } = post as WebhookOperation & { description?: string };
    const object = schemaName(post.requestBody, components.schemas);
    if (!object) throw new Error(`The body of ${name} needs a schema with a name.`);
    return { name, description: description.trim(), object };
  });
}

/** The header that signs a webhook's body. */
export function readSignature({ webhooks }: ApiDocument): SdkModel["signature"] {
  const parameters = Object.values(webhooks).map(({ post }) => signatureHeader(post));
  const signature = parameters.find(Boolean);
  if (!signature?.schema.pattern)
    throw new Error("The webhooks need a header with the signature, and its pattern.");
  return { header: signature.name, pattern: String(signature.schema.pattern) };
}

/** The fields of events that are moments. */
export function timestampsOf({ webhooks }: ApiDocument): string[] {
  const names = Object.values(webhooks).flatMap(({ post }) => {
    const [content] = Object.values(post.requestBody.content);
    const properties = (content?.schema.properties ?? {}) as Record<string, Schema>;
    return Object.keys(properties).filter((name) => properties[name]?.format === "date-time");
  });
  return [...new Set(names)];
}

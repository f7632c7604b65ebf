import type { ApiDocument } from "@getclickmedia/sms-document";

/**
 * What the ids of a schema begin with, read from its pattern: `gcm_msg_` of `^gcm_msg_[0-9A-Za-z]+$`.
 * @throws Error with one line when the document says nothing of it.
 */
export function idPrefix({ components }: ApiDocument, schema: string): string {
  const prefix = /^\^(\w+_)\[/.exec(String(components.schemas[schema]?.pattern))?.[1];
  if (!prefix) throw new Error(`The document does not say what a ${schema} begins with.`);
  return prefix;
}

import type { Link } from "./chained-ids.ts";

/** What the document says in words beside what `@getclickmedia/sms-document` has types for. */
export interface Described {
  summary?: string;
  description?: string;
  tags?: string[];
  links?: Record<string, Link>;
  "x-gcm-origin"?: string;
  "x-gcm-reason"?: string;
}

/** The words of a part of the document, which are there whatever the type of the part. */
export function describedOf(part: object): Described {
  return part;
}

/** The reason of a part that is not from the vendor's guide, as a sentence to append; empty for any other. */
export function extensionNote(part: object): string {
  const { "x-gcm-origin": origin, "x-gcm-reason": reason } = describedOf(part);
  return origin === "extension" && reason !== undefined ? ` *Extension: ${inOneLine(reason)}*` : "";
}

export function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

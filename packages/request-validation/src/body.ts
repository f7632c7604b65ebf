import { type Fault, fault } from "./fault.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads a JSON request body. What is not declared as JSON is a 415, what is no JSON a 400. */
export function readJson(
  contentType: string | undefined,
  bytes: Uint8Array,
  accepted: string[],
): { value: unknown } | Fault {
  const mediaType = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  if (!mediaType || !accepted.includes(mediaType)) {
    const sent = mediaType
      ? `The content type ${printable(mediaType)}`
      : "A body without a content type";
    return fault(
      "INVALID_REQUEST",
      `${sent} is not accepted. Send the body as ${accepted.join(" or ")}.`,
      {
        status: 415,
      },
    );
  }
  try {
    return { value: JSON.parse(utf8.decode(bytes)) };
  } catch {
    return fault(
      "INVALID_REQUEST",
      bytes.length === 0
        ? "The body is empty. Send a JSON object."
        : "The body is not valid JSON in UTF-8. Check quotes, commas and brackets.",
    );
  }
}

/** The 413 of a server that stops reading at `limit` bytes. */
export function bodyTooLarge(limit: number): Fault {
  return fault(
    "INVALID_REQUEST",
    `The body is larger than ${limit / 2 ** 20} MiB. Split the recipients over several requests.`,
    { status: 413 },
  );
}

/** A name that a client sent, cut and cleaned so that it can be shown in an error message. */
export function printable(name: string): string {
  const clean = name.replace(/[^\x20-\x7e]/g, "?");
  return clean.length > 60 ? `${clean.slice(0, 60)}...` : clean;
}

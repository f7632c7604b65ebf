import type { Headers } from "./api-key.ts";
import type { Fault, MakeFault } from "./fault.ts";
import type { Printable } from "./printable.ts";

/** Reads the JSON of a request: 415 for what is declared as anything else, 400 for what is no JSON. */
export type ReadJson = (
  headers: Headers,
  bytes: Uint8Array,
  mediaTypes: string[],
) => { value: unknown } | Fault;

// A byte order mark is kept, so that JSON.parse refuses it as RFC 8259 lets it.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function createReadJson(fault: MakeFault, printable: Printable): ReadJson {
  return (headers, bytes, mediaTypes) => {
    const refusal =
      contentTypeRefusal(text(headers["content-type"]), mediaTypes, printable) ??
      encodingRefusal(text(headers["content-encoding"]), printable);
    if (refusal) return fault("INVALID_REQUEST", refusal, { status: 415 });
    try {
      return { value: JSON.parse(utf8.decode(bytes)) };
    } catch {
      return fault("INVALID_REQUEST", noJson(bytes));
    }
  };
}

/** The 413 of a server that stops reading at `limit` bytes. */
export function bodyTooLarge(fault: MakeFault, limit: number): Fault {
  const mebibytes = limit / 2 ** 20;
  const size = Number.isInteger(mebibytes) ? `${mebibytes} MiB` : `${limit} bytes`;
  return fault(
    "INVALID_REQUEST",
    `The body is larger than ${size}. Split the recipients over several requests.`,
    { status: 413 },
  );
}

function contentTypeRefusal(
  contentType: string,
  accepted: string[],
  printable: Printable,
): string | undefined {
  if (accepted.includes(contentType)) return undefined;
  const mediaType = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (!accepted.includes(mediaType)) {
    const sent = mediaType
      ? `The content type ${printable(mediaType)}`
      : "A body without a content type";
    return `${sent} is not accepted. Send the body as ${accepted.join(" or ")}.`;
  }
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(contentType)?.[1];
  if (charset === undefined || charset.toLowerCase() === "utf-8") return undefined;
  return `The charset ${printable(charset)} is not accepted. Send the body in UTF-8.`;
}

function encodingRefusal(encoding: string, printable: Printable): string | undefined {
  if (encoding === "") return undefined;
  const coding = encoding.trim().toLowerCase();
  if (coding === "" || coding === "identity") return undefined;
  return `The content encoding ${printable(coding)} is not accepted. Send the body uncompressed.`;
}

function noJson(bytes: Uint8Array): string {
  if (bytes.length === 0) return "The body is empty. Send a JSON object.";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return "The body begins with a byte order mark, which is no JSON. Send it without.";
  }
  return "The body is not valid JSON in UTF-8. Check quotes, commas and brackets.";
}

function text(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join(", ") : (header ?? "");
}

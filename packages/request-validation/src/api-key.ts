import { type ApiDocument, apiKeyScheme } from "@getclickmedia/sms-document";
import type { Fault, MakeFault } from "./fault.ts";

/** Header names in lower case, with their values as they arrived. */
export type Headers = Record<string, string | string[] | undefined>;

/** What the keys of the document begin with; nothing where it has no keys. */
export function keyPrefixesOf(document: ApiDocument): string[] {
  const [scheme] = Object.values(document.components.securitySchemes ?? {});
  return scheme ? Object.keys(scheme["x-gcm-key-prefixes"]) : [];
}

/** The key of a request, or why it has none. */
export type ReadKey = (headers: Headers) => string | Fault;

/**
 * Reads the key of a request: one, of a known prefix and of the characters that keys are made of. A
 * key that is sent twice fails too: HTTP joins the two by a comma, which no key contains.
 */
export function createReadKey(document: ApiDocument, fault: MakeFault): ReadKey {
  const header = apiKeyScheme(document).name.toLowerCase();
  const prefixes = keyPrefixesOf(document);
  const literal = prefixes.map((prefix) => prefix.replace(/\W/g, "\\$&"));
  const form = new RegExp(`^(?:${literal.join("|")})[A-Za-z0-9_-]+$`);
  const rule = `begins with ${prefixes.join(" or ")}`;
  return (headers) => {
    const sent = headers[header] ?? "";
    const key = typeof sent === "string" ? sent : sent.join(", ");
    if (key === "") {
      return fault(
        "INVALID_API_KEY",
        `The ${header} header is missing. Send your key, which ${rule}, on every call.`,
      );
    }
    if (!form.test(key)) {
      return fault(
        "INVALID_API_KEY",
        `The ${header} header does not hold one key of this API. A key ${rule} and goes on in letters, digits, _ and -.`,
      );
    }
    return key;
  };
}

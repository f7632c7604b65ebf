import type { Fault, MakeFault } from "@getclickmedia/sms-request-validation";
import type { Choice } from "./prism.ts";

/** The names of the examples of each status of an operation. */
export type Answers = Map<number, string[]>;

/**
 * Reads a `Prefer` header (RFC 7240): `code=429`, `example=flashSale`, or both. An example without a
 * code is looked up by name. Of a repeated preference the first counts. A code or example that the
 * operation does not have is an invalid request.
 */
export function readPrefer(header: string, answers: Answers, fault: MakeFault): Choice | Fault {
  const parts = header.split(/[,;]/).map((part) => {
    const [name = "", value = ""] = part.split("=", 2);
    return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, "$1")] as const;
  });
  const preferences = new Map(parts.toReversed()); // A Map keeps the last of a name.
  const code = preferences.get("code");
  const example = preferences.get("example");
  if (code === undefined && example === undefined) return {};
  const found = [...answers].filter(([status]) => code === undefined || String(status) === code);
  if (found.length === 0) {
    return fault(
      "INVALID_REQUEST",
      `Prefer asks for a code that this operation does not have. It has ${[...answers.keys()].join(", ")}.`,
    );
  }
  if (example === undefined) return { status: Number(code) };
  const match = found.find(([, names]) => names.includes(example));
  if (!match) {
    const names = found.flatMap(([, known]) => known);
    return fault(
      "INVALID_REQUEST",
      `Prefer asks for an example that is not there. There is ${names.join(", ") || "none"}.`,
    );
  }
  return { status: match[0], example };
}

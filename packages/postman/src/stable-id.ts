import { createHash } from "node:crypto";

/**
 * An id in the form of a UUID that is the same for the same names, so that two builds are the same bytes and a
 * collection imported anew replaces the old one.
 */
export function stableId(...names: string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(names)).digest("hex");
  // Version 8 of RFC 9562 is for ids of one's own making; the variant is fixed too.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

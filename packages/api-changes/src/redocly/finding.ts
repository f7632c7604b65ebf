import type { Json } from "../json.ts";

/** A change as `redocly diff --format json` reports it, as far as it is read here. */
export interface RedoclyFinding {
  /** Where it is when references are followed: `#/paths/...`. */
  path: string;
  /** What kind of object it is part of, as `Schema` or `Parameter`. */
  typeName: string;
  kind: "added" | "removed" | "modified";
  impact: "major" | "minor" | "patch";
  /** Which of the object's properties was modified; `key` is its name. */
  property?: string;
  /** Why it is rated major. */
  verdicts: { ruleId: string; message: string }[];
  base?: Side;
  revision?: Side;
}

interface Side {
  /** Where it is written in this document: `#/components/...`. */
  pointer: string;
  value?: Json;
}

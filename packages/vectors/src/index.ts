import { readFileSync } from "node:fs";
import type { Vectors } from "./vectors.ts";

export type * from "./vectors.ts";

/** The vectors as they were built. */
export const vectors: Vectors = JSON.parse(
  readFileSync(new URL("../dist/vectors.json", import.meta.url), "utf8"),
);

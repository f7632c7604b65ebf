import type { Path } from "../finding.ts";
import { entries, isMapping, type Mapping } from "./value.ts";

export interface NamedExample {
  name: string;
  node: Mapping;
  path: Path;
}

/** The `examples` of a media type, parameter or header that stands at `path`. */
export default function namedExamples(holder: Mapping, path: Path): NamedExample[] {
  return entries(holder.examples).flatMap(([name, node]) =>
    isMapping(node) ? { name, node, path: [...path, "examples", name] } : [],
  );
}

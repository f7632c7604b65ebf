import type { Code, Root } from "mdast";
import { visit } from "unist-util-visit";

/** The code blocks of a guide, in their order. */
export function fencesOf(tree: Root): Code[] {
  const fences: Code[] = [];
  visit(tree, "code", (code) => {
    fences.push(code);
  });
  return fences;
}

// Checks every operation and webhook:
// - it has a summary
// - it has a description of at least two sentences
// - it has exactly one tag, and the root declares that tag
import operations from "../document/operations.ts";
import { at, isText, items } from "../document/value.ts";
import type { Finding } from "../finding.ts";

const SENTENCE_END = /[.!?][)*`_]*(?=\s|$)/g;

export default function operationDocumented(api: unknown): Finding[] {
  const declared = items(at(api, "tags")).map((tag) => at(tag, "name"));
  return operations(api).flatMap(({ name, node, path }) => {
    const findings: Finding[] = [];
    if (!isText(node.summary))
      findings.push({ message: `${name} has no summary. Say in a few words what it does.`, path });
    if (!isText(node.description) || sentences(node.description) < 2)
      findings.push({
        message: `${name} has no description of two sentences or more. Say what it does and what to know before calling it.`,
        path,
      });
    const tags = items(node.tags);
    if (tags.length !== 1)
      findings.push({ message: `${name} has ${tags.length} tags. Give it exactly one.`, path });
    for (const [index, tag] of tags.entries())
      if (!declared.includes(tag))
        findings.push({
          message: `${name} has the tag ${String(tag)}, which the root does not declare. Declare it there, or use one that is.`,
          path: [...path, "tags", index],
        });
    return findings;
  });
}

function sentences(text: string): number {
  return text.match(SENTENCE_END)?.length ?? 0;
}

import type { Guide } from "../guides/guide.ts";
import { groups } from "../guides/guide.ts";
import type { MachineFile } from "./machine-files.ts";

/**
 * The list of what a language model finds here, as https://llmstxt.org proposes it: every guide as Markdown,
 * and the files.
 */
export function llmsTxt({
  title,
  summary,
  guides,
  files,
}: {
  title: string;
  summary: string;
  guides: readonly Guide[];
  files: readonly MachineFile[];
}): string {
  const sections = [
    ...groups.map((group) => ({
      heading: group,
      entries: guides
        .filter((guide) => guide.group === group)
        .map(({ slug, title, description }) => ({ path: `${slug}.md`, title, description })),
    })),
    { heading: "Reference", entries: files },
  ];
  const lists = sections.map(({ heading, entries }) => {
    const lines = entries.map((entry) => `- [${entry.title}](${entry.path}): ${entry.description}`);
    return `## ${heading}\n\n${lines.join("\n")}\n`;
  });
  return `# ${title}\n\n> ${summary}\n\n${lists.join("\n")}`;
}

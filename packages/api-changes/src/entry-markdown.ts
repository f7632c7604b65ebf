import type { Entry } from "./entry.ts";

/** An entry as Markdown, with its heading at the level that is asked for. */
export function entryMarkdown({ version, sections }: Entry, level = 2): string {
  const heading = `${"#".repeat(level)} ${version === undefined ? "Next version" : `Version ${version}`}`;
  if (sections.length === 0) return `${heading}\n\nThe API is the same.\n`;
  const blocks = sections.map(({ heading: name, groups }) => {
    const lines = groups.flatMap(({ calls, items }) =>
      items.map(({ what, todo }) => {
        const prefix = calls === "" ? "" : `${calls}: `;
        return `- ${prefix}${what}${todo === undefined ? "" : ` ${todo}`}`;
      }),
    );
    return `${"#".repeat(level + 1)} ${name}\n\n${lines.join("\n")}`;
  });
  return `${[heading, ...blocks].join("\n\n")}\n`;
}

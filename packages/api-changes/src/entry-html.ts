import type { Entry, Item } from "./entry.ts";

/** An entry as a fragment of HTML that needs no style and no script. */
export function entryHtml({ version, sections }: Entry): string {
  const heading = `<h2>${version === undefined ? "Next version" : `Version ${entities(version)}`}</h2>`;
  const blocks = sections.flatMap(({ heading: name, groups }) => [
    `<h3>${entities(name)}</h3>`,
    "<ul>",
    ...groups.flatMap(({ calls, items }) => items.map((item) => listItem(calls, item))),
    "</ul>",
  ]);
  const content = sections.length === 0 ? ["<p>The API is the same.</p>"] : blocks;
  return `${["<section>", heading, ...content, "</section>"].join("\n")}\n`;
}

function listItem(calls: string, { what, todo }: Item): string {
  const prefix = calls === "" ? "" : `<strong>${inline(calls)}</strong>: `;
  return `<li>${prefix}${inline(what)}${todo === undefined ? "" : ` ${inline(todo)}`}</li>`;
}

/** The inline code and escapes of our own sentences; they hold no other Markdown. */
function inline(markdown: string): string {
  const parts = markdown.split(/(?<!\\)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/);
  // What a pattern with two groups splits: text, fence, code, text and so on.
  return parts
    .map((part, index) => {
      if (index % 3 === 1) return "";
      if (index % 3 === 2) return `<code>${entities(part.replace(/^ (.*`.*) $/, "$1"))}</code>`;
      return entities(part.replace(/\\([\\`*_[\]<>&|])/g, "$1"));
    })
    .join("");
}

function entities(text: string): string {
  const names: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

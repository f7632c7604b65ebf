import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { pythonName } from "./python-name.ts";

const width = 100;
const constants: Record<string, string> = { true: "True", false: "False", null: "None" };

/** Writes descriptions of the document as those of Python, where fields and methods have other names. */
export class Prose {
  readonly #names: ReadonlySet<string>;

  constructor({ operations, objects }: Pick<SdkModel, "operations" | "objects">) {
    const fields = objects.flatMap((object) => object.fields.map(({ name }) => name));
    this.#names = new Set([...fields, ...operations.map(({ id }) => id)]);
  }

  /** A docstring of these paragraphs, each line of which begins with the indent. */
  docstring(paragraphs: string[], indent = ""): string {
    const lines = paragraphs
      .flatMap((text) => text.split("\n\n"))
      .filter((paragraph) => paragraph !== "")
      .flatMap((paragraph) => ["", ...this.#linesOf(paragraph, width - indent.length - 3)])
      .slice(1);
    const only = lines.length === 1 ? `${indent}"""${lines[0]}"""` : "";
    if (only && only.length <= width) return only;
    return `${[`"""${lines[0]}`, ...lines.slice(1), `"""`].map((line) => `${indent}${line}`.trimEnd()).join("\n")}`;
  }

  /** One entry of a list in a docstring, as \`name: what it is\`. */
  entry(name: string, description: string): string {
    return `    ${name}: ${description.replaceAll("\n", " ")}`;
  }

  #linesOf(paragraph: string, room: number): string[] {
    // The document breaks its lines elsewhere; only lists keep theirs.
    return this.#inPython(paragraph)
      .split(/\n(?=- | )/)
      .flatMap((line) => wrap(line.replaceAll("\n", " "), room));
  }

  #inPython(text: string): string {
    return text
      .replace(/\[([^\]]+)\]\(#[^)]*\)/g, "`$1`")
      .replace(/`([a-z]\w*)`/g, (_, name: string) => {
        const python = this.#names.has(name) ? pythonName(name) : (constants[name] ?? name);
        return `\`${python}\``;
      })
      .replaceAll("\\", "\\\\")
      .replaceAll('"""', "'''");
  }
}

/** Breaks a line; what it goes on in is indented by a level more than an entry of a list is. */
function wrap(line: string, room: number): string[] {
  const [indent = ""] = /^ */.exec(line) ?? [];
  const hanging = indent && `${indent}    `;
  const lines = [""];
  for (const word of line.trimStart().split(" ")) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? `${indent}${word}` : `${last} ${word}`;
    if (longer.length > room && last !== "") lines.push(`${hanging}${word}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

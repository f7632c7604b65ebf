import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { methodName, pythonName } from "./python-name.ts";

const width = 100;
const constants: Record<string, string> = { true: "True", false: "False", null: "None" };

/** Writes descriptions of the document as those of Python, where fields and methods have other names. */
export class Prose {
  /** The names of the document, and those that they have in Python. */
  readonly #names: ReadonlyMap<string, string>;

  constructor({ operations, objects }: Pick<SdkModel, "operations" | "objects">) {
    this.#names = new Map([
      ...objects.flatMap(({ fields }) =>
        fields.map(({ name }) => [name, pythonName(name)] as const),
      ),
      ...operations.map(({ id }) => [id, methodName(id)] as const),
    ]);
  }

  /** A docstring of these paragraphs, each line of which begins with the indent. */
  docstring(paragraphs: string[], indent = ""): string {
    const lines = paragraphs
      .flatMap((text) => text.split("\n\n"))
      .filter((paragraph) => paragraph !== "")
      .flatMap((paragraph) => ["", ...this.#linesOf(paragraph, width - indent.length - 3)])
      .slice(1);
    // Four quotation marks in a row would be read as three and one.
    const [first = ""] = lines;
    if (first.startsWith('"')) lines[0] = ` ${first}`;
    const only =
      lines.length === 1 ? `${indent}"""${lines[0]}${first.endsWith('"') ? " " : ""}"""` : "";
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
        return `\`${this.#names.get(name) ?? constants[name] ?? name}\``;
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

const width = 110;

/**
 * Writes paragraphs as a doc comment, with links inside the document made plain.
 * A paragraph that is a list of tags keeps its lines.
 */
export function docComment(paragraphs: string[], indent = ""): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph) => [
      "",
      ...paragraph.split("\n").flatMap((line) => wrap(plain(line), indent)),
    ])
    .slice(1);
  return [
    `${indent}/**`,
    ...lines.map((line) => `${indent} * ${line}`.trimEnd()),
    `${indent} */`,
  ].join("\n");
}

/** Joins the lines of each paragraph: they are as long as the document has them. */
export function flowing(text: string): string[] {
  return text.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll("\n", " ").trim());
}

function plain(line: string): string {
  return line.replace(/\[([^\]]+)\]\(#[^)]*\)/g, "`$1`").replaceAll("*/", "*\\/");
}

function wrap(line: string, indent: string): string[] {
  const lines: string[] = [""];
  const continued = line.startsWith("@") ? "    " : "";
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (longer.length + indent.length > width && last !== "") lines.push(continued + word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

const width = 100;

/** Writes paragraphs as a doc comment, with links inside the document made plain. */
export function docComment(paragraphs: string[], indent = ""): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph !== "")
    .flatMap((paragraph) => ["", ...paragraph.split("\n").flatMap((line) => wrap(plain(line)))])
    .slice(1);
  return [
    `${indent}/**`,
    ...lines.map((line) => `${indent} * ${line}`.trimEnd()),
    `${indent} */`,
  ].join("\n");
}

function plain(line: string): string {
  return line.replace(/\[([^\]]+)\]\(#[^)]*\)/g, "`$1`").replaceAll("*/", "*\\/");
}

function wrap(line: string): string[] {
  const lines: string[] = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (longer.length > width && last !== "") lines.push(`  ${word}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

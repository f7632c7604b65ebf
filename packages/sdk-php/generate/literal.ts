/** Writes a value as PHP does, one entry a line where it is no short list. */
export function literal(value: unknown, indent = ""): string {
  if (value === null) return "null";
  if (typeof value === "string") return text(value);
  if (typeof value !== "object") return String(value);
  const inner = `${indent}    `;
  const entries = Array.isArray(value)
    ? value.map((each) => literal(each, inner))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => `${text(name)} => ${literal(each, inner)}`);
  const line = `[${entries.join(", ")}]`;
  if (!line.includes("\n") && (entries.length === 0 || inner.length + line.length < 80))
    return line;
  return `[\n${entries.map((entry) => `${inner}${entry},\n`).join("")}${indent}]`;
}

/** In single quotes, unless it has what would not be seen in them. */
function text(value: string): string {
  if (!/[\p{C}\p{Z}\p{M}]/u.test(value.replaceAll(" ", "")))
    return `'${value.replace(/['\\]/g, "\\$&")}'`;
  const escaped = [...value].map((character) => {
    if (/["\\$]/.test(character)) return `\\${character}`;
    if (character === " " || !/[\p{C}\p{Z}\p{M}]/u.test(character)) return character;
    return `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
  return `"${escaped.join("")}"`;
}

/** Writes a value as Python writes it, one item on each line, in the layout that \`ruff format\` leaves alone. */
export function pythonLiteral(value: unknown, indent = ""): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return pythonText(value);
  const deeper = `${indent}    `;
  if (Array.isArray(value)) {
    const items = value.map((item) => `${deeper}${pythonLiteral(item, deeper)},\n`);
    return items.length > 0 ? `[\n${items.join("")}${indent}]` : "[]";
  }
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${deeper}${pythonText(key)}: ${pythonLiteral(item, deeper)},\n`);
  return entries.length > 0 ? `{\n${entries.join("")}${indent}}` : "{}";
}

/** Writes a text in the quotation marks that need fewer escapes, with what cannot be seen as an escape. */
export function pythonText(text: string): string {
  const json = JSON.stringify(text).replace(/[^ -~]/gu, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
  });
  if (!text.includes('"') || text.includes("'")) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}

const longest = 40;

/** Text of a template for a message: cut, in quotes, and with what cannot be seen spelt out. */
export function quote(text: string): string {
  return `"${visible(text)}"`;
}

/** The same without quotes. */
export function visible(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  // Control, format and unassigned characters, halves of pairs, and every space but the usual one.
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, spelt);
}

function spelt(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

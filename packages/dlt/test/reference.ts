import type { Part, Template, VariablePart } from "../src/template.ts";

// Slow and plain: what the matching has to agree with. It shares no code with it.

const characterTests: Record<string, RegExp> = {
  any: /^/,
  some: /^/,
  letters: /^[\p{L}\s]*$/u,
  digits: /^[0-9]*$/,
  signs: /^[0-9-]*$/,
};

/** The values of the variables, each as short as it can be, the first one first; undefined if none fit. */
export function strictReference(template: Template, text: string): string[] | undefined {
  return fit(template.parts, text);
}

function fit([part, ...rest]: readonly Part[], text: string): string[] | undefined {
  if (!part) return text === "" ? [] : undefined;
  if (part.kind === "static") {
    return text.startsWith(part.text) ? fit(rest, text.slice(part.text.length)) : undefined;
  }
  for (let length = part.rule.minLength; length <= part.rule.maxLength; length++) {
    const value = text.slice(0, length);
    if (length > text.length || !mayHold(part, value)) continue;
    const values = fit(rest, text.slice(length));
    if (values) return [value, ...values];
  }
  return undefined;
}

/** Every text, in plain form, that a template can be filled in to with characters of an alphabet. */
export function lenientReference(template: Template, alphabet: readonly string[]): Set<string> {
  let texts = [""];
  for (const part of template.parts) {
    const values =
      part.kind === "static"
        ? [part.text]
        : texts0To(part.rule.maxLength, alphabet).filter((value) => mayHold(part, value));
    const longer = texts.flatMap((text) => values.map((value) => text + value));
    // Only the ends are still open: a space there may yet meet another.
    texts = [...new Set(longer.map((text) => plain(`|${text}|`).slice(1, -1)))];
  }
  return new Set(texts.map((text) => plain(text)));
}

export function plain(text: string): string {
  return text
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function mayHold({ tag }: VariablePart, value: string): boolean {
  return characterTests[tag]?.test(value) ?? false;
}

function texts0To(length: number, alphabet: readonly string[]): string[] {
  let texts = [""];
  for (let each = 0; each < length; each++) {
    texts = [...new Set([...texts, ...texts.flatMap((text) => alphabet.map((one) => text + one))])];
  }
  return texts;
}

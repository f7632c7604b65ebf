import type { Language } from "./page.ts";

/**
 * Gives every SDK client of a program that names no base URL that of the test's server. Nothing else of the
 * program changes, and no line moves.
 */
export function withBaseUrl(text: string, language: Language, baseUrl: string): string {
  const rewriter = rewriters[language];
  return rewriter ? rewriter(text, baseUrl) : text;
}

const rewriters: Partial<Record<Language, (text: string, baseUrl: string) => string>> = {
  // What stands later in an object wins, so that a base URL of the program's own stays.
  node: (text, baseUrl) =>
    eachCall(text, /\bnew (?:\w+\.)?SmsClient\(/g, (args) => {
      if (args.trim() === "") return `{ baseUrl: "${baseUrl}" }`;
      return `{ baseUrl: "${baseUrl}", ...(${args.replace(/,\s*$/, "")}) }`;
    }),
  python: (text, baseUrl) =>
    eachCall(text, /(?<!class )\b(?:Async)?SmsClient\(/g, (args) =>
      /\bbase_url\s*=/.test(args) ? args : withLast(args, `base_url="${baseUrl}"`),
    ),
  php: (text, baseUrl) =>
    eachCall(text, /\bnew [\w\\]*\bSmsClient\(/g, (args) =>
      /\bbaseUrl\s*:/.test(args) ? args : withLast(args, `baseUrl: '${baseUrl}'`),
    ),
};

/** An argument more. Behind `**options` and positional ones, names are allowed in both languages. */
function withLast(args: string, argument: string): string {
  const given = args.trimEnd().replace(/,$/, "");
  return given.trim() === "" ? argument : `${given}, ${argument}`;
}

function eachCall(text: string, call: RegExp, rewrite: (args: string) => string): string {
  let result = "";
  let at = 0;
  for (const { 0: head, index } of text.matchAll(call)) {
    const start = index + head.length;
    const end = closingBracket(text, start);
    if (index < at || end === undefined) continue;
    result += text.slice(at, start) + rewrite(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/** Where the bracket closes that is open at a place in the text. */
function closingBracket(text: string, start: number): number | undefined {
  let depth = 1;
  let quote: string | undefined;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (quote) {
      if (character === "\\") index += 1;
      else if (character === quote) quote = undefined;
    } else if (/["'`]/.test(character)) quote = character;
    else if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return undefined;
}

import { sampleLanguages } from "@getclickmedia/sms-code-samples";
import {
  type FenceWords,
  readFenceWords,
} from "@getclickmedia/sms-executable-markdown/fence-words";
import type { Code } from "mdast";

/** The languages of samples by what a fence calls them, with the names that readers know them by. */
export const languageNames: ReadonlyMap<string, string> = new Map([
  ...sampleLanguages.map(({ lang, label }): [string, string] => [wordOf(lang), label]),
  ["ts", "Node.js"],
]);

/** What stands in a fence: something to run, a file that is run later, or anything else. */
export type FenceKind = "program" | "file" | "other";

export function fenceKind(code: Code): FenceKind {
  const words = wordsOf(code);
  const known = languageNames.has(code.lang ?? "");
  if (!known || words.has("output") || words.has("install")) return "other";
  return words.has("file") ? "file" : "program";
}

/** What a reader sees above a fence: the name of the file, or that it is what a sample prints. */
export function fenceTitle(code: Code): string | undefined {
  const words = wordsOf(code);
  return words.has("output") ? "Output" : words.get("file");
}

/** The name of a fence among its neighbours in other languages. */
export function fenceLabel(code: Code): string {
  return wordsOf(code).get("label") ?? languageNames.get(code.lang ?? "") ?? "";
}

function wordsOf({ meta }: Code): FenceWords {
  return readFenceWords(meta ?? "");
}

function wordOf(lang: string): string {
  return { javascript: "js", bash: "sh" }[lang] ?? lang;
}

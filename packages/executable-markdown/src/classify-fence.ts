import type { Code } from "mdast";
import { states, webhooks } from "./document-facts.ts";
import { checkFenceWords, type FenceWords, readFenceWords } from "./fence-words.ts";
import type { ExpectedOutput, Language, Program, SampleFile, Steps } from "./page.ts";

export type ClassifiedFence =
  | { kind: "program"; program: Program; continues: boolean }
  | { kind: "output"; output: ExpectedOutput }
  | { kind: "file"; file: SampleFile; steps: Steps | undefined }
  | { kind: "install"; install: { line: number; text: string } };

const languageOf: Record<string, Language> = {
  sh: "sh",
  js: "node",
  ts: "node",
  python: "python",
  php: "php",
};

const kinds =
  'a program (sh, js, ts, python, php), an output, a file="…", or an install (sh install)';

/**
 * Says what a fence of a page is.
 * @throws Error with what is wrong with it, and what to do.
 */
export function classifyFence({ lang, meta, value: text }: Code, line: number): ClassifiedFence {
  const words = readFenceWords(meta ?? "");
  const syntax = lang ?? "";
  if (words.has("output")) return { kind: "output", output: outputOf(words, syntax, text, line) };
  if (words.has("install")) {
    checkFenceWords(words, "an install", { install: "bare" });
    if (syntax !== "sh") throw new Error("an install is in sh. Write ```sh install");
    return { kind: "install", install: { line, text } };
  }
  if (words.has("file")) return fileOf(words, syntax, text, line);
  const language = Object.hasOwn(languageOf, syntax) ? languageOf[syntax] : undefined;
  if (!language) {
    const what = syntax === "" ? "a block without a language" : `a fence of ${syntax}`;
    throw new Error(`${what} is of no kind, and so would be unverified. Make it ${kinds}`);
  }
  return {
    kind: "program",
    program: programOf(words, language, syntax, text, line),
    continues: words.has("continues"),
  };
}

function outputOf(words: FenceWords, syntax: string, text: string, line: number): ExpectedOutput {
  checkFenceWords(words, "an output", { output: "either", stderr: "bare" });
  const form = words.get("output");
  if (form !== "" && form !== "partial") throw new Error("output may be alone, or output=partial");
  const partial = form === "partial";
  if (partial && text.trim() === "")
    throw new Error("output=partial has no line, and so says nothing. Write what has to occur");
  if (syntax === "json" && !partial) {
    try {
      JSON.parse(text);
    } catch {
      throw new Error("the output is no JSON. Correct it, or make it ```text output");
    }
  }
  return { line, syntax, text, partial, stream: words.has("stderr") ? "stderr" : "stdout" };
}

function fileOf(words: FenceWords, syntax: string, text: string, line: number): ClassifiedFence {
  checkFenceWords(words, "a file", { file: "value", steps: "bare" });
  const path = words.get("file") ?? "";
  if (path.startsWith("/") || path.split("/").includes(".."))
    throw new Error("the path of a file must stay in the working folder");
  const file: SampleFile = { line, text, path, syntax };
  if (!words.has("steps")) return { kind: "file", file, steps: undefined };
  if (syntax !== "yaml" && syntax !== "yml") throw new Error("only a file of yaml has steps");
  return { kind: "file", file, steps: { kind: "steps", line, text, path, output: undefined } };
}

function programOf(
  words: FenceWords,
  language: Language,
  syntax: string,
  text: string,
  line: number,
): Program {
  checkFenceWords(words, "a program", {
    exit: "value",
    offline: "bare",
    continues: "bare",
    state: "value",
    clock: "value",
    advance: "value",
    receives: "value",
    path: "value",
    serves: "bare",
    label: "value",
  });
  const state = words.get("state");
  const receives = words.get("receives");
  const clock = words.get("clock");
  const path = words.get("path");
  if (state !== undefined && !states.includes(state))
    throw new Error(`unknown state "${state}". The document declares: ${states.join(", ")}`);
  if (state !== undefined && words.has("continues"))
    throw new Error("a program cannot both continue and enter a state. Leave one of them out");
  if (receives !== undefined && !webhooks.includes(receives))
    throw new Error(`unknown webhook "${receives}". The document has: ${webhooks.join(", ")}`);
  if (receives !== undefined && language === "sh")
    throw new Error("a receiver is written in js, ts, python or php");
  if (path !== undefined && (receives === undefined || !path.startsWith("/")))
    throw new Error('path="/…" says where a receiver gets the webhook of receives="…"');
  if (clock !== undefined && clock !== "running")
    throw new Error("clock may only be clock=running; otherwise it stands still");
  if (language === "php" && !text.startsWith("<?php"))
    throw new Error("a PHP program begins with <?php, because it is run as it stands");
  return {
    kind: "program",
    line,
    text,
    language,
    syntax,
    label: words.get("label"),
    output: undefined,
    exit: numberOf(words, "exit", 255),
    offline: words.has("offline"),
    serves: words.has("serves"),
    continues: undefined,
    state,
    clock: clock === "running" ? "running" : "frozen",
    advance: numberOf(words, "advance", 100 * 86_400),
    receives,
    path: path ?? "/webhooks/sms",
  };
}

function numberOf(words: FenceWords, name: string, largest: number): number {
  const text = words.get(name) ?? "0";
  if (/^\d+$/.test(text) && Number(text) <= largest) return Number(text);
  throw new Error(`${name} must be a whole number from 0 to ${largest}`);
}

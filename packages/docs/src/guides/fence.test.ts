import { sampleLanguages } from "@getclickmedia/sms-code-samples";
import type { Code } from "mdast";
import { expect, test } from "vitest";
import { fenceKind, fenceLabel, fenceTitle, languageNames } from "./fence.ts";

function fence(info: string): Code {
  const [lang = "", ...words] = info.split(" ");
  return { type: "code", lang, meta: words.join(" ") || null, value: "" };
}

test("every language of the samples has a word for its fences", () => {
  const names = new Set(languageNames.values());
  expect([...names]).toEqual(sampleLanguages.map(({ label }) => label));
  for (const word of ["sh", "js", "ts", "python", "php"])
    expect(languageNames.has(word)).toBe(true);
});

test.each([
  ["sh", "program"],
  ['js state="carrier-down" exit=22', "program"],
  ['ts file="send.ts"', "file"],
  ["json", "other"],
  ['json file="a.json"', "other"],
  ["sh output", "other"],
  ["sh install", "other"],
  // A word that only begins like one of those.
  ["sh outputs", "program"],
])("%s is a %s", (info, kind) => {
  expect(fenceKind(fence(info))).toBe(kind);
});

test("a fence has the name of its language, or its own", () => {
  expect(
    ["sh", "ts", "php", 'js label="Express"', "json"].map((info) => fenceLabel(fence(info))),
  ).toEqual(["curl", "Node.js", "PHP", "Express", ""]);
});

test("a title is that of a file, or says that it is what is printed", () => {
  expect(
    ["json output", 'ts file="a b.ts"', "sh", 'sh afile="x"'].map((info) =>
      fenceTitle(fence(info)),
    ),
  ).toEqual(["Output", "a b.ts", undefined, undefined]);
});

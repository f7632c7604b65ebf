import { expect, test } from "vitest";
import { shortNames } from "./short-names.ts";

test("a program of ours that npx runs by its own name is found, with its line", () => {
  const text = "npx gcm-mock &\nRun `npx --yes gcm-sandbox -- npm test`.\nnpx a; npx gcm-contract";
  expect(shortNames(text)).toEqual([
    { line: 1, name: "gcm-mock" },
    { line: 2, name: "gcm-sandbox" },
    { line: 3, name: "gcm-contract" },
  ]);
});

test.each([
  "npx @getclickmedia/sms-sandbox -- npm test",
  "gcm-sandbox wait",
  "npx --no gcm-sandbox",
  "npx vitest run gcm-x.test.ts",
])("%s fetches nothing under a short name", (text) => {
  expect(shortNames(text)).toEqual([]);
});

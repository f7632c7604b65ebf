import { sampleLanguages } from "@getclickmedia/sms-code-samples";
import { expect, test } from "vitest";
import { readBundle } from "../../bundle.ts";
import { operationsOf } from "../../document.ts";
import { withCodeSamples } from "./code-samples.ts";

const bundle = await readBundle();
const view = withCodeSamples(bundle);

test("every operation has a sample in every language, with the SDK where there is one", () => {
  for (const { operation } of operationsOf(view)) {
    const samples = operation["x-codeSamples"] ?? [];
    expect(samples.map(({ label }) => label)).toEqual(["curl", "Node.js", "Python", "PHP"]);
    expect(samples.map(({ source }) => source.includes("SmsClient"))).toEqual(
      sampleLanguages.map(({ emitSdk }) => emitSdk !== undefined),
    );
  }
});

test("a webhook has none, because the reader receives it", () => {
  expect(view.webhooks).toEqual(bundle.webhooks);
});

test("the bundle itself is not changed", () => {
  expect(JSON.stringify(bundle)).not.toContain("x-codeSamples");
});

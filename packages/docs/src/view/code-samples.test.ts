import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf } from "../document.ts";
import { withCodeSamples } from "./code-samples.ts";

const bundle = await readBundle();
const view = withCodeSamples(bundle);

test("every operation has a sample in four languages", () => {
  for (const { operation } of operationsOf(view)) {
    const labels = operation["x-codeSamples"]?.map(({ label }) => label);
    expect(labels).toEqual(["curl", "Node.js", "Python", "PHP"]);
  }
});

test("a webhook has none, because the reader receives it", () => {
  expect(view.webhooks).toEqual(bundle.webhooks);
});

test("the bundle itself is not changed", () => {
  expect(JSON.stringify(bundle)).not.toContain("x-codeSamples");
});

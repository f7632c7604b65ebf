import { expect, test } from "vitest";
import { readBundle } from "../../bundle.ts";
import { operationsOf } from "../../document.ts";
import { withTryItLinks } from "./try-it-links.ts";

const bundle = await readBundle();
const view = withTryItLinks(bundle);

test("every operation leads to its form, behind what it says", () => {
  for (const [index, { operation }] of operationsOf(view).entries()) {
    const before = operationsOf(bundle)[index]?.operation.description.trimEnd();
    expect(operation.description.startsWith(`${before}\n\n[`)).toBe(true);
    expect(operation.description).toMatch(
      new RegExp(`\\]\\(\\.\\./try-it/#${operation.operationId}\\)$`),
    );
  }
});

test("a webhook has no form, and the bundle itself is not changed", () => {
  expect(view.webhooks).toEqual(bundle.webhooks);
  expect(JSON.stringify(bundle)).not.toContain("try-it");
});

import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf } from "../document.ts";
import { bodyExamples } from "./body-examples.ts";

const bundle = await readBundle();
const operations = operationsOf(bundle).map(({ operation }) => operation);

function namesOf(operationId: string): string[] {
  const operation = operations.find((each) => each.operationId === operationId);
  if (!operation) throw new Error(`The bundle has no operation ${operationId}.`);
  return bodyExamples(bundle, operation).map(([name]) => name);
}

test("those without a time come first, and the others keep their order", () => {
  expect(namesOf("sendBulk")).toEqual(["immediate", "flashSale"]);
  expect(namesOf("send")).toEqual(["orderConfirmation", "otp", "scheduledHindi"]);
});

test("an operation without a body has none", () => {
  expect(namesOf("getBalance")).toEqual([]);
});

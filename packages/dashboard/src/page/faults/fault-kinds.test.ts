import { errorCodes } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { effectInWords, effectOf, errorOptions, faultKinds } from "./fault-kinds.ts";

test.each([
  ["error", { error: "GATEWAY_ERROR" }],
  ["delay", { delayMs: 1500 }],
  ["reset-before", { reset: "before" }],
  ["reset-after", { reset: "after" }],
  ["redirect", { redirect: "https" }],
] as const)("%s has the effect %j", (kind, effect) => {
  expect(effectOf(kind, "GATEWAY_ERROR", 1500)).toEqual(effect);
});

test("every kind is told in words of its own", () => {
  const words = faultKinds.map(({ value }) =>
    effectInWords(effectOf(value, "GATEWAY_ERROR", 1500)),
  );
  expect(new Set(words).size).toBe(faultKinds.length);
});

test("every code of the catalogue can be chosen", () => {
  expect(errorOptions.map(({ value }) => value)).toEqual(Object.keys(errorCodes));
});

import { expect, test } from "vitest";
import { operatorOf } from "./operator.ts";

test("a mobile has one operator, and mobiles that follow each other have different ones", () => {
  const operators = Array.from({ length: 100 }, (_, index) =>
    operatorOf({ to: String(919_876_543_210 + index), operator: null }),
  );
  expect(new Set(operators)).toEqual(new Set(["Jio", "Airtel", "Vi", "BSNL"]));
  expect(operatorOf({ to: "919876543210", operator: null })).toBe(operators[0]);
});

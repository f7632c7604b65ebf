import { expect, test } from "vitest";
import { operatorOf } from "./operator.ts";

test("a mobile has one operator, and mobiles that follow each other have different ones", () => {
  const operators = Array.from({ length: 100 }, (_, index) =>
    operatorOf(String(919_876_543_210 + index)),
  );
  expect(new Set(operators)).toEqual(new Set(["Jio", "Airtel", "Vi", "BSNL"]));
  expect(operatorOf("919876543210")).toBe(operators[0]);
});

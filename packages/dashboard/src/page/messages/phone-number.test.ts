import { expect, test } from "vitest";
import { digitsOf, phoneNumber } from "./phone-number.ts";

test("a mobile is shown in groups, and what is none as it is", () => {
  expect(phoneNumber("919876543210")).toBe("+91 98765 43210");
  expect(phoneNumber("12")).toBe("12");
});

test.each(["+91 98765 43210", "98765-43210", "919876543210"])("%s is one mobile", (written) => {
  expect(digitsOf(written)).toBe("919876543210");
});

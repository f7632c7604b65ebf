import { expect, test } from "vitest";
import { chainOf } from "./cause-chain.ts";

test("the chain begins with the error, and ends where the cause is none or no error", () => {
  const innermost = new Error("innermost", { cause: "a text" });
  const middle = new Error("middle", { cause: innermost });
  const outermost = new TypeError("outermost", { cause: middle });
  expect(chainOf(outermost)).toEqual([outermost, middle, innermost]);
});

test("an error that causes itself is in it once", () => {
  const one = new Error("one");
  const other = new Error("other", { cause: one });
  one.cause = other;
  expect(chainOf(one)).toEqual([one, other]);
});

test.each([undefined, null, "a text", Symbol("a symbol"), { cause: new Error("inner") }])(
  "%o has none",
  (thrown) => {
    expect(chainOf(thrown)).toEqual([]);
  },
);

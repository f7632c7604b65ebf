import { describe, expect, test } from "vitest";
import { outputDifference } from "./compare-output.ts";

const differenceOf = (text: string, actual: string, more = {}) =>
  outputDifference(
    { line: 1, syntax: "text", text, partial: false, stream: "stdout", ...more },
    actual,
  );

describe("an output", () => {
  test.each([
    ["is the same but for white space at the ends of lines", "a\nb", "a  \nb\n\n", {}],
    ["is nothing", "", "\n", {}],
    ["is the same value of JSON", '{"a":1,"b":[2]}', '{ "b": [2],\n"a": 1.0 }', { syntax: "json" }],
    ["need not have any line", "", "a", { partial: true }],
    ["has the lines in their order", "b\nd", "a\n  b\nc\nd 1\nd\n", { partial: true }],
  ])("does not differ where it %s", (_, text, actual, more) => {
    expect(differenceOf(text, actual, more)).toBeUndefined();
  });

  test("differs by lines, with those around them", () => {
    expect(differenceOf("1\n2\n3\n4\n5", "1\n2\n3\n6\n5")).toMatchInlineSnapshot(`
      "expected (-), written (+):
        1
        2
        3
      - 4
      + 6
        5"
    `);
  });

  test("differs by white space at the beginning of a line", () => {
    expect(differenceOf("a", " a")).toContain("+  a");
  });

  test("differs where JSON is none", () => {
    expect(differenceOf("{}", "oops", { syntax: "json" })).toContain("+ oops");
  });

  test("differs where a line is missing or comes too early", () => {
    expect(differenceOf("b\na", "a\nb", { partial: true })).toContain("- a");
    expect(differenceOf("a\na", "a", { partial: true })).toContain("- a");
  });

  test("is shown up to a bound", () => {
    expect(differenceOf("", "x\n".repeat(5_000))?.split("\n").length).toBeLessThan(60);
  });
});

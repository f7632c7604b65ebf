import { expect, test } from "vitest";
import { markdownTable } from "./markdown-table.ts";

test("a cell keeps to its line and its column", () => {
  expect(markdownTable(["A", "B"], [["one\n\ntwo", "a|b"]])).toBe(
    ["| A | B |", "| --- | --- |", "| one two | a\\|b |"].join("\n"),
  );
});

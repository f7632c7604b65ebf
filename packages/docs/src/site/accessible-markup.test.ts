import { expect, test } from "vitest";
import { withAccessibleMarkup } from "./accessible-markup.ts";

test("every table can be reached with the Tab key", () => {
  expect(withAccessibleMarkup("<table><tr></table><table><td>1</td></table>")).toBe(
    '<table tabindex="0"><tr></table><table tabindex="0"><td>1</td></table>',
  );
});

import { expect, test } from "vitest";
import { comparedText, givenPosition, givenText } from "./compared-text.ts";

test("strict: a text is compared as it was given", () => {
  const text = comparedText(" A  b—", "strict");
  expect(text).toMatchObject({ plain: " A  b—", folded: " A  b—", length: 6 });
  expect(givenPosition(text, 4)).toBe(4);
});

test("lenient: spaces and punctuation are plain, and positions lead back", () => {
  const text = comparedText(" \tA\u00a0\n b— \u201cÀ\u2019 ", "lenient");
  expect(text).toMatchObject({ plain: "A b- \"À'", folded: "a b- \"à'", length: 8 });
  const positions = Array.from({ length: 9 }, (_, at) => givenPosition(text, at));
  expect(positions).toEqual([2, 3, 6, 7, 8, 9, 10, 11, 12]);
  expect(givenText(text, 0, 3)).toBe("A\u00a0\n b");
});

test("lenient: a letter that has no single lower case stays", () => {
  expect(comparedText("İI", "lenient").folded).toBe("İi");
});

test("lenient: nothing but spaces is nothing", () => {
  expect(comparedText(" \n ", "lenient")).toMatchObject({ plain: "", length: 0 });
});

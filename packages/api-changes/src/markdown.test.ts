import { expect, test } from "vitest";
import { code, plain } from "./markdown.ts";

test("a value stands in code, whatever it holds", () => {
  expect([code("a"), code(1), code([1, null]), code(undefined)]).toEqual([
    "`a`",
    "`1`",
    "`[1,null]`",
    "nothing",
  ]);
  expect([code("a`b"), code("``"), code("a\nb"), code("")]).toEqual([
    "`` a`b ``",
    "``` `` ```",
    "`a b`",
    "`  `",
  ]);
});

test("text means itself", () => {
  expect(plain("*a* <b> [c] `d` e|f")).toBe("\\*a\\* \\<b\\> \\[c\\] \\`d\\` e\\|f");
});

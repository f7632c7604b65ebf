import { expect, test } from "vitest";
import { quote } from "./quote.ts";

test.each([
  ["has been confirmed", '"has been confirmed"'],
  ["पहुँचेगा।", '"पहुँचेगा।"'],
  ["a\n\r\tb", '"a\\n\\r\\tb"'],
  ["\u0000\u001b[31m", '"\\u{0}\\u{1b}[31m"'],
  ["a\u00a0b\u200dc\u202e", '"a\\u{a0}b\\u{200d}c\\u{202e}"'],
  ["a".repeat(40), `"${"a".repeat(40)}"`],
  ["a".repeat(41), `"${"a".repeat(40)}…"`],
  [`${"a".repeat(39)}😀`, `"${"a".repeat(39)}\\u{d83d}…"`],
])("%j", (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});

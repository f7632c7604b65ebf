import { expect, test } from "vitest";
import { foldPunctuation } from "./fold-punctuation.ts";
import { notGsm7 } from "./gsm-7.ts";

test.each([
  ["quotation marks", "“a” „b‟ «c» ″ 〝d〞", '"a" "b" "c" " "d"'],
  ["apostrophes", "‘a’ ‛b´ `c ′ ʹʻʼʽ", "'a' 'b' 'c ' ''''"],
  ["low quotation marks", "‚a‘ ‚b’", ",a' ,b'"],
  ["dashes, hyphens, minus and bullets", "‐‑‒–—― − • ⁃", "------ - - -"],
  ["angle quotation marks", "‹a› ‹b›", "<a> <b>"],
  ["fraction and division slashes", "1⁄2 1∕2", "1/2 1/2"],
  ["accents that stand alone", "ˆˆ ˜˜", "^^ ~~"],
  ["dots written as one", "․ ‥ …", ". .. ..."],
  ["marks written as one", "‼ ⁇ ⁈ ⁉", "!! ?? ?! !?"],
  ["small and full-width forms", "﹐﹒﹔﹕﹖﹗﹘﹙﹚ ！＂＇Ａ１～｀", ",.;:?!-() !\"'A1~'"],
  [
    "spaces of every width",
    "a\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000b",
    `a${" ".repeat(15)}b`,
  ],
  ["line and paragraph separators", "a\u2028b\u2029c", "a\nb\nc"],
  ["zero-width characters", "\ufeffa\u200b\u200c\u2060b", "ab"],
])("%s become plain", (_, typographic, plain) => {
  expect(foldPunctuation(typographic)).toBe(plain);
});

test("letters, digits, accents, symbols and what GSM-7 has already stay", () => {
  const text = "Größe ñ Ç ¿¡ [x] {y} ~^|\\ € ₹ ™ © ½ ÷ á é e\u0301 क ँ 中 😀 👩\u200d💻 \t\r\n\f";
  expect(foldPunctuation(text)).toBe(text);
});

test("what is replaced becomes text that GSM-7 carries", () => {
  const replaced = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => foldPunctuation(character) !== character,
  );
  expect(replaced).toHaveLength(180);
  for (const character of replaced) {
    expect(character).toMatch(notGsm7);
    expect(foldPunctuation(character)).not.toMatch(notGsm7);
  }
});

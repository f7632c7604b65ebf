// Unicode itself has the plain form of these: spaces, dots and marks written as one, full-width forms.
const compatible =
  /[\u00a0\u2000-\u200a\u2024-\u2026\u202f\u203c\u2047-\u2049\u205f\u3000\ufe50\ufe52-\ufe5c\ufe5f-\ufe6b\uff01-\uff5e]/g;

// All that the list below is about lies in here.
const typographic =
  /[`\u00ab\u00b4\u00bb\u02b9-\u02dc\u200b-\u2060\u2212\u2215\u301d\u301e\ufeff]/g;

const plainForms: [typographic: RegExp, plain: string][] = [
  [/[\u00ab\u00bb\u201c-\u201f\u2033\u301d\u301e]/, '"'],
  [/[`\u00b4\u02b9\u02bb-\u02bd\u2018\u2019\u201b\u2032]/, "'"],
  [/\u201a/, ","],
  [/[\u2010-\u2015\u2022\u2043\u2212]/, "-"],
  [/\u2039/, "<"],
  [/\u203a/, ">"],
  [/[\u2044\u2215]/, "/"],
  [/\u02c6/, "^"],
  [/\u02dc/, "~"],
  [/[\u2028\u2029]/, "\n"],
  // Nothing is seen of a zero-width space, non-joiner, word joiner or byte order mark.
  [/[\u200b\u200c\u2060\ufeff]/, ""],
];

/**
 * Replaces typographic punctuation and spaces by their plain form, as `—` by `-` and `…` by `...`: what
 * word processors, phones and web pages put in its place. Letters, digits, accents and symbols such as `₹`
 * are no punctuation and stay.
 */
export function foldPunctuation(text: string): string {
  return text
    .replace(compatible, (character) => character.normalize("NFKC"))
    .replace(
      typographic,
      (character) => plainForms.find(([form]) => form.test(character))?.[1] ?? character,
    );
}

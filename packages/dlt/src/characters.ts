/** The characters that a variable may hold: all, or those of the classes and those listed one by one. */
export type Characters = "any" | { classes: CharacterClass[]; others?: string };

/**
 * `letters` are those of every script with their combining marks and joiners, without which Hindi cannot
 * be written; `digits` are 0 to 9; `spaces` are all kinds of whitespace.
 */
export type CharacterClass = "letters" | "latin-letters" | "digits" | "spaces";

const classes: Record<CharacterClass, (unit: number) => boolean> = {
  letters: (unit) => isLatinLetter(unit) || (unit > 0x7f && isLetter(unit)),
  "latin-letters": isLatinLetter,
  digits: (unit) => unit >= 0x30 && unit <= 0x39,
  spaces: isSpace,
};

export const characterClasses = Object.keys(classes) as CharacterClass[];

/**
 * Whether a UTF-16 code unit may stand in a variable. Half of a surrogate pair is in no class: every
 * script of India's official languages lies below U+10000.
 */
export function allows(characters: Characters, unit: number): boolean {
  if (characters === "any") return true;
  if (characters.classes.some((name) => classes[name](unit))) return true;
  return characters.others?.includes(String.fromCharCode(unit)) ?? false;
}

export function isSpace(unit: number): boolean {
  if (unit <= 0x7f) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return /\s/.test(String.fromCharCode(unit));
}

function isLatinLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

const zeroWidthNonJoiner = 0x200c;
const zeroWidthJoiner = 0x200d;

function isLetter(unit: number): boolean {
  if (unit === zeroWidthNonJoiner || unit === zeroWidthJoiner) return true;
  return /[\p{L}\p{M}]/u.test(String.fromCharCode(unit));
}

import { expect, test } from "vitest";
import { allows, type Characters } from "./characters.ts";

const refused = (characters: Characters, text: string) =>
  text.split("").filter((unit) => !allows(characters, unit.charCodeAt(0)));

test.each<[Characters, string, string]>([
  ["any", "aZ0 \n\u0000क😀", ""],
  [{ classes: ["digits"] }, "0123456789", "/:a ०"],
  [{ classes: ["latin-letters"] }, "azAZ", "@[`{0 éक"],
  [{ classes: ["spaces"] }, " \t\n\r\u00a0\u3000", "\u200ba\u0008\u000e"],
  [{ classes: ["letters"] }, "azAZéक", "@[`{0 ।₹—"],
  [{ classes: ["digits"], others: "+-" }, "+91-0", " ,.a"],
  [{ classes: [] }, "", "a0 "],
])("%j", (characters, allowed, others) => {
  expect(refused(characters, allowed)).toEqual([]);
  expect(refused(characters, others)).toEqual(others.split(""));
});

test("letters are those of every official script of India, with marks and joiners", () => {
  const words = [
    "पहुँचेगा",
    "অর্ডার",
    "ਆਰਡਰ",
    "ઓર્ડર",
    "ଅର୍ଡର",
    "ஆர்டர்",
    "ఆర్డర్",
    "ಆರ್ಡರ್",
    "ഓർഡർ",
    "آرڈر",
    "ᱚᱨᱰᱟᱨ",
    "ꯑꯣꯔꯗꯔ",
    "क्\u200dष",
    "क्\u200cष",
  ];
  for (const word of words)
    expect([word, refused({ classes: ["letters"] }, word)]).toEqual([word, []]);
});

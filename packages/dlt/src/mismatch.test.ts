import { createRandom } from "@getclickmedia/sms-random";
import { expect, test } from "vitest";
import { randomTemplate, randomText } from "../test/small-cases.ts";
import { compileTemplate } from "./compile-template.ts";
import { defaultRules } from "./default-rules.ts";
import { matchTemplate } from "./match-template.ts";
import type { DltRules, Matching } from "./rules.ts";

function report(
  template: string,
  text: string,
  matching: Matching = "strict",
  set = defaultRules[1],
) {
  const compiled = compileTemplate(template, set);
  if (!compiled.valid) throw new Error(compiled.message);
  const match = matchTemplate(compiled.template, text, { matching });
  if (match.matches) throw new Error(`matches with ${match.variables}`);
  return match;
}

const otp = "Your OTP is {#numeric#}. Valid for {#var#} minutes. — GCMDIA";
const order = "Your order {#var#} has been confirmed. Expected delivery: {#var#}. — GCMDIA";

test.each([
  [
    otp,
    "Your PIN is 482910. Valid for 10 minutes. — GCMDIA",
    5,
    'At position 5 the template has "OTP is "; the message has something else.',
  ],
  [
    otp,
    "Your OTP is 482910 Valid for 10 minutes. — GCMDIA",
    18,
    'After variable 1 ({#numeric#}), which begins at position 12, the template has ". Valid for "; the message does not.',
  ],
  [
    order,
    "Your order ORD-9921 has been shipped. Expected delivery: 25 Jun. — GCMDIA",
    29,
    'After variable 1 ({#var#}), which begins at position 11, the template has " has been confirmed. Expected delivery: "; the message does not. It comes closest up to position 29, where the template has "confirmed. Expected delivery: ".',
  ],
  [otp, "Your OTP", 8, 'The message ends at position 8, before " is ".'],
  [otp, "", 0, 'The message ends at position 0, before "Your OTP is ".'],
  [otp, "Your OTP is ", 12, "The message ends at position 12, before variable 1 ({#numeric#})."],
  [otp, "Your OTP is 482910", 18, 'The message ends at position 18, before ". Valid for ".'],
  [otp, "Your OTP is 482910. Val", 23, 'The message ends at position 23, before "id for ".'],
  [
    otp,
    "Your OTP is 482910. Valid for 10 minutes. — GCMDIA.",
    50,
    "The message goes on at position 50, where the template ends.",
  ],
  [
    otp,
    "Your OTP is 48x910. Valid for 10 minutes. — GCMDIA",
    14,
    "Variable 1 ({#numeric#}) holds a character that it may not, at position 14. It takes digits.",
  ],
  [
    otp,
    "Your OTP is x",
    12,
    "Variable 1 ({#numeric#}) holds a character that it may not, at position 12. It takes digits.",
  ],
  [
    "Hi {#alphanumeric#}",
    "Hi Ram!",
    6,
    "Variable 1 ({#alphanumeric#}) holds a character that it may not, at position 6. It takes letters, digits and spaces.",
  ],
  [
    otp,
    `Your OTP is ${"9".repeat(31)}. Valid for 10 minutes. — GCMDIA`,
    42,
    "Variable 1 ({#numeric#}) has 31 characters from position 12 on; 30 are allowed.",
  ],
  [
    "Hi {#var#}",
    `Hi ${"a".repeat(31)}`,
    33,
    "Variable 1 ({#var#}) has 31 characters from position 3 on; 30 are allowed.",
  ],
  [
    "Hi {#var#}.",
    `Hi one. ${"a".repeat(30)}.`,
    33,
    "Variable 1 ({#var#}) has 35 characters from position 3 on; 30 are allowed.",
  ],
  [
    "Your OTP is {#var#}. GCMDIA",
    "Your OTP is . GCMDIA",
    12,
    "Variable 1 ({#var#}) is empty, at position 12. It takes any text.",
  ],
  [
    "Your OTP is {#numeric#}. GCMDIA",
    "Your OTP is . GCMDIA",
    12,
    "Variable 1 ({#numeric#}) is empty, at position 12. It takes digits.",
  ],
])("%s / %s", (template, text, at, message) => {
  const { matches: _, expected: __, ...found } = report(template, text);
  expect(found).toEqual({ at, message });
});

test("what is expected is told apart from the sentence too", () => {
  expect(report(otp, "Your PIN").expected).toEqual({ kind: "static", text: "OTP is " });
  expect(report(otp, "Your OTP is x").expected).toEqual({
    kind: "variable",
    tag: "numeric",
    number: 1,
  });
  expect(report("Hi", "Hi you").expected).toEqual({ kind: "end" });
});

test("a variable that needs more than one character says how many", () => {
  const variables: DltRules["variables"] = {
    pin: { description: "a PIN", characters: { classes: ["digits"] }, minLength: 4, maxLength: 6 },
  };
  const set: DltRules = { ...defaultRules[1], variables };
  const message = "Variable 1 ({#pin#}) has 3 characters from position 4 on; it needs 4.";
  expect(report("PIN {#pin#}.", "PIN 123.", "strict", set)).toMatchObject({ at: 7, message });
  expect(report("PIN {#pin#}", "PIN 123", "strict", set)).toMatchObject({ at: 7, message });
});

test("positions are those of the message as it was given, however it is compared", () => {
  expect(report(otp, "  Your   PIN", "lenient").message).toBe(
    'At position 9 the template has "OTP is "; the message has something else.',
  );
  expect(
    report(otp, "Your \n OTP is  48x. Valid for 1 minutes. — GCMDIA", "lenient"),
  ).toMatchObject({
    at: 17,
    message:
      "Variable 1 ({#numeric#}) holds a character that it may not, at position 17. It takes digits.",
  });
  expect(report("Hi {#numeric#} you", "Hi  5you", "lenient").message).toBe(
    'After variable 1 ({#numeric#}), which begins at position 4, the template has " you"; the message does not.',
  );
});

test("a long text of the template is cut, and what cannot be seen in it is spelt out", () => {
  expect(report(`\u00a0\n${"a".repeat(50)}`, "b").message).toBe(
    `At position 0 the template has "\\u{a0}\\n${"a".repeat(38)}…"; the message has something else.`,
  );
});

test("no report repeats anything of the message", () => {
  const random = createRandom(5);
  const ownLetters = ["a", "b", " "];
  for (let round = 0; round < 5_000; round++) {
    const template = randomTemplate(random, ownLetters);
    const text = randomText(random, template, ["☂", "♞", "a", "7"]);
    for (const matching of ["strict", "lenient"] as const) {
      const match = matchTemplate(template, text, { matching });
      if (match.matches) continue;
      expect(JSON.stringify(match)).not.toMatch(/[☂♞]/);
      // Numbers are positions and lengths, which small cases keep below 70.
      expect(
        match.message.replace(/\d+/g, (number) => (Number(number) < 70 ? "" : number)),
      ).not.toMatch(/\d/);
      expect(match.at).toBeGreaterThanOrEqual(0);
      expect(match.at).toBeLessThanOrEqual(text.length);
    }
  }
});

test("a single wrong character of static text is reported where it is", () => {
  const text = "Your order ORD-9921 has been confirmed. Expected delivery: 25 Jun. — GCMDIA";
  const textsOfStatic = [
    [0, 11],
    [20, 59],
    [66, text.length],
  ] as const;
  for (const [from, to] of textsOfStatic) {
    for (let at = from; at < to; at++) {
      expect(report(order, `${text.slice(0, at)}☂${text.slice(at + 1)}`).at).toBe(at);
    }
  }
});

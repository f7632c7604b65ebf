import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { createRandom } from "@getclickmedia/sms-random";
import { expect, test } from "vitest";
import { lenientReference, plain, strictReference } from "../test/reference.ts";
import { randomTemplate, randomText } from "../test/small-cases.ts";
import { compileTemplate } from "./compile-template.ts";
import { defaultRules } from "./default-rules.ts";
import { matchTemplate } from "./match-template.ts";
import type { Matching } from "./rules.ts";
import type { Template } from "./template.ts";

const [untagged, tagged] = defaultRules;

function compile(text: string, rules = tagged): Template {
  const compiled = compileTemplate(text, rules);
  if (!compiled.valid) throw new Error(compiled.message);
  return compiled.template;
}

function variables(template: string, text: string, matching: Matching = "strict") {
  const match = matchTemplate(compile(template), text, { matching });
  return match.matches ? match.variables : match.message;
}

const templatesOfExamples = [
  "Your order {#var#} has been confirmed. Expected delivery: {#var#}. — GCMDIA",
  "Flash Sale! {#var#} off sitewide till {#var#}. Shop now: {#var#} — GCMDIA",
  "Your OTP is {#var#}. Valid for {#var#} minutes. — GCMDIA",
  "आपका ऑर्डर {#var#} पहुँचेगा। GCMDIA",
];

test.each<Matching>(["strict", "lenient"])(
  "every example message of the API matches one of its templates, %s",
  async (matching) => {
    const operations = operationsOf(await readDocument());
    const messages = operations.flatMap(({ requestBody }) =>
      examplesOf(requestBody).flatMap(([, { value }]) => {
        const { message } = value as { message?: string };
        return message ?? [];
      }),
    );
    for (const rules of [untagged, tagged]) {
      const templates = templatesOfExamples.map((text) => compile(text, rules));
      const matched = messages.map((text) =>
        templates.flatMap((each) => {
          const match = matchTemplate(each, text, { matching });
          return match.matches ? [match.variables] : [];
        }),
      );
      expect(matched).toEqual([
        [["ORD-9921", "25 Jun"]],
        [["482910", "10"]],
        [["कल"]],
        [["40%", "midnight", "https://example.com"]],
        [["40%", "midnight", "https://example.com"]],
      ]);
    }
  },
);

test.each([
  ["{#numeric#} is your OTP. - GCMDIA", "482910 is your OTP. - GCMDIA", ["482910"]],
  [
    "Dear {#alphanumeric#}, call {#cbn#}",
    "Dear Ram Kumar, call +91 98765-43210",
    ["Ram Kumar", "+91 98765-43210"],
  ],
  [
    "प्रिय {#alphanumeric#}, ₹{#number#} मिले।",
    "प्रिय राधिका शर्मा, ₹500 मिले।",
    ["राधिका शर्मा", "500"],
  ],
  [
    "Track: {#url#}{#url#}",
    "Track: https://example.com/orders/ORD-9921?from=sms",
    ["https://exampl", "e.com/orders/ORD-9921?from=sms"],
  ],
  [
    "Write to {#email#} or see {#urlott#}",
    "Write to a.b+c@example.co.in or see app.example.com/x",
    ["a.b+c@example.co.in", "app.example.com/x"],
  ],
  ["No variable at all. GCMDIA", "No variable at all. GCMDIA", []],
])("%s", (template, text, expected) => {
  expect(variables(template, text)).toEqual(expected);
});

test("variables are as short as they can be, the first one first", () => {
  expect(variables("Hi {#var#} {#var#}", "Hi Ram Kumar Singh")).toEqual(["Ram", "Kumar Singh"]);
  expect(variables("{#var#}{#var#}", "abc")).toEqual(["a", "bc"]);
});

test("a static text that stands in a value too does not mislead", () => {
  expect(variables("{#var#}. GCMDIA", "One. Two. GCMDIA")).toEqual(["One. Two"]);
  expect(variables("{#var#} till {#numeric#}.", "Sale till stocks till 5.")).toEqual([
    "Sale till stocks",
    "5",
  ]);
});

test("30 characters are allowed and 31 are not, in marks and letters of Hindi too", () => {
  expect(variables("Hi {#var#}!", `Hi ${"क".repeat(30)}!`)).toEqual(["क".repeat(30)]);
  expect(variables("Hi {#var#}!", `Hi ${"कि".repeat(15)}!`)).toEqual(["कि".repeat(15)]);
  expect(variables("Hi {#var#}!", `Hi ${"कि".repeat(15)}क!`)).toMatch(/has 31 characters/);
});

test("a character beyond U+FFFF counts two, as in an SMS", () => {
  expect(variables("Hi {#var#}!", `Hi ${"😀".repeat(15)}!`)).toEqual(["😀".repeat(15)]);
  expect(variables("Hi {#var#}!", `Hi ${"😀".repeat(16)}!`)).toMatch(/has 32 characters/);
});

test("strict matching takes the static text to the letter and no empty variable", () => {
  expect(variables("Your OTP is {#var#}.", "Your OTP is 1.")).toEqual(["1"]);
  for (const text of ["your OTP is 1.", "Your  OTP is 1.", " Your OTP is 1.", "Your OTP is ."]) {
    expect(variables("Your OTP is {#var#}.", text)).toBeTypeOf("string");
  }
});

test.each([
  ["Your OTP is {#var#}. — GCMDIA", "  YOUR\nOTP  is 48 29. - gcmdia ", ["48 29"]],
  ["Dear {#var#} customer", "Dear customer", [""]],
  ["{#var#} sale", "sale", [""]],
  ["Sale {#var#}", "Sale", [""]],
  ["Sale {#var#}", "Sale \u00a0 now\u00a0", ["now"]],
  ["Sale {#var#} {#var#}!", "Sale !", ["", ""]],
  ["It\u2019s \u201c{#var#}\u201d", 'it\'s "X\u2019"', ["X\u2019"]],
  ["\u2013{#numeric#}\u2014", "-5\u2212", ["5"]],
  ["İ {#var#}", "İ i", ["i"]],
])("lenient: %j matches %j", (template, text, expected) => {
  expect(variables(template, text, "lenient")).toEqual(expected);
});

test("lenient matching still asks for a space where the template has one", () => {
  expect(variables("Dear {#var#} customer", "Dear Ramcustomer", "lenient")).toBeTypeOf("string");
  expect(variables("Dear {#numeric#}", "Dear5", "lenient")).toBeTypeOf("string");
});

test("strict: 20,000 random cases are matched as by trying every way", () => {
  const random = createRandom(1);
  const alphabet = ["a", "a", "b", "1", "-"];
  let matches = 0;
  for (let round = 0; round < 20_000; round++) {
    const template = randomTemplate(random, alphabet);
    const text = randomText(random, template, alphabet);
    const match = matchTemplate(template, text, { matching: "strict" });
    const found = match.matches ? match.variables : undefined;
    expect([template.text, text, found]).toEqual([
      template.text,
      text,
      strictReference(template, text),
    ]);
    if (found) matches++;
  }
  expect(matches).toBeGreaterThan(3_000);
});

test("lenient: 10,000 random cases are matched as by filling in everything", () => {
  const random = createRandom(2);
  const alphabet = ["a", "A", " ", "\n", "–", "-", "1"];
  let matches = 0;
  for (let round = 0; round < 500; round++) {
    const template = randomTemplate(random, alphabet, 4);
    const texts = lenientReference(template, ["a", " ", "-", "1"]);
    for (let each = 0; each < 20; each++) {
      const text = randomText(random, template, alphabet);
      const match = matchTemplate(template, text, { matching: "lenient" });
      expect([template.text, text, match.matches]).toEqual([
        template.text,
        text,
        texts.has(plain(text)),
      ]);
      if (!match.matches) continue;
      matches++;
      expect(plain(filledIn(template, match.variables))).toBe(plain(text));
    }
  }
  expect(matches).toBeGreaterThan(2_000);
});

function filledIn({ parts }: Template, values: readonly string[]): string {
  return parts
    .map((part) => (part.kind === "static" ? part.text : values[part.number - 1]))
    .join("");
}

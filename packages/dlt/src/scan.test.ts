import { createRandom } from "@getclickmedia/sms-random";
import { expect, test } from "vitest";
import { strictReference } from "../test/reference.ts";
import { randomTemplate, randomText } from "../test/small-cases.ts";
import { comparedText } from "./compared-text.ts";
import { compileTemplate } from "./compile-template.ts";
import { completeMatch } from "./complete-match.ts";
import { defaultRules } from "./default-rules.ts";
import type { Matching } from "./rules.ts";
import { scan } from "./scan.ts";

test("the complete way alone finds what there is to find", () => {
  const random = createRandom(3);
  const alphabet = ["a", "b", "1", "-"];
  for (let round = 0; round < 10_000; round++) {
    const template = randomTemplate(random, alphabet);
    const text = randomText(random, template, alphabet);
    const ends = completeMatch(template.patterns.strict, comparedText(text, "strict"));
    const values = strictReference(template, text);
    expect([template.text, text, ends && valuesOf(template.parts, text, ends)]).toEqual([
      template.text,
      text,
      values,
    ]);
  }
});

function valuesOf(parts: readonly { kind: string }[], text: string, ends: readonly number[]) {
  return parts.flatMap(({ kind }, index) =>
    kind === "variable" ? [text.slice(ends[index - 1] ?? 0, ends[index])] : [],
  );
}

test.each<[Matching, string[]]>([
  ["strict", ["a", "b", "1"]],
  ["lenient", ["a", "A", " ", "\t", "1"]],
])(
  "where the quick way finds a match, the complete way finds the same, %s",
  (matching, alphabet) => {
    const random = createRandom(4);
    let found = 0;
    for (let round = 0; round < 10_000; round++) {
      const template = randomTemplate(random, alphabet);
      const text = randomText(random, template, alphabet);
      const message = comparedText(text, matching);
      const ends = scan(template.patterns[matching], message);
      if (!ends) continue;
      found++;
      const complete = completeMatch(template.patterns[matching], message);
      expect([template.text, text, ends]).toEqual([template.text, text, complete]);
    }
    expect(found).toBeGreaterThan(1_000);
  },
);

test.each<Matching>(["strict", "lenient"])(
  "the quick way is enough for usual messages, %s",
  (matching) => {
    const compiled = compileTemplate(
      "Your OTP is {#var#}. Valid for {#var#} minutes. — GCMDIA",
      defaultRules[0],
    );
    const text = "Your OTP is 482910. Valid for 10 minutes. — GCMDIA";
    if (!compiled.valid) throw new Error(compiled.message);
    const { patterns } = compiled.template;
    expect(scan(patterns[matching], comparedText(text, matching))).toEqual([12, 18, 30, 32, 50]);
  },
);

import { createRandom } from "@getclickmedia/sms-random";
import { expect, test } from "vitest";
import { randomTemplate, randomText } from "../test/small-cases.ts";
import { comparedText } from "./compared-text.ts";
import { completeMatch } from "./complete-match.ts";
import { has } from "./position-set.ts";
import { reach } from "./reach.ts";
import type { Matching } from "./rules.ts";

test.each<[Matching, string[]]>([
  ["strict", ["a", "b", "1"]],
  ["lenient", ["a", "A", " ", "\t", "1"]],
])("the end is reached exactly where there is a match, %s", (matching, alphabet) => {
  const random = createRandom(7);
  for (let round = 0; round < 10_000; round++) {
    const template = randomTemplate(random, alphabet);
    const pattern = template.patterns[matching];
    const text = randomText(random, template, alphabet);
    const message = comparedText(text, matching);
    const end = reach(pattern, message)[pattern.length];
    const isReached = end !== undefined && has(end, message.length);
    const isMatch = completeMatch(pattern, message) !== undefined;
    expect([template.text, text, isReached]).toEqual([template.text, text, isMatch]);
  }
});

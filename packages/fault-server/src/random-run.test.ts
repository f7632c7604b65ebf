import { operations } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { faultNames } from "./faults/index.ts";
import { createRandom } from "./random.ts";
import { type RandomRun, randomFaults, randomRun } from "./random-run.ts";

test("a seed gives the same numbers on every machine, and another gives others", () => {
  const numbers = (seed: string | number) => Array.from({ length: 3 }, createRandom(seed));
  expect(numbers(1)).toMatchInlineSnapshot(`
    [
      0.6500300902407616,
      0.8387080049142241,
      0.4032429866492748,
    ]
  `);
  expect(numbers(1)).toEqual(numbers("1"));
  expect(numbers(2)).not.toEqual(numbers(1));
});

test("numbers are spread evenly from 0 to 1", () => {
  const random = createRandom("spread");
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 20_000; draw++) {
    const tenth = Math.floor(random() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  expect(tenths).toHaveLength(10);
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
});

test("a seed gives the same run for ever", () => {
  expect([0, 1, 2].map(randomRun)).toMatchInlineSnapshot(`
    [
      {
        "faults": [
          "rate-limited",
          "rate-limited-without-retry-after",
          "error-GATEWAY_ERROR",
        ],
        "operation": "send",
      },
      {
        "faults": [
          "redirect-308",
          "error-RATE_LIMIT_EXCEEDED",
          "error-GATEWAY_ERROR",
        ],
        "operation": "send",
      },
      {
        "faults": [
          "error-GATEWAY_ERROR",
          "stall-before-read",
          "rate-limited-without-retry-after",
          "rate-limited",
        ],
        "operation": "send",
      },
    ]
  `);
  expect(randomFaults(1)).toEqual(randomRun(1).faults);
});

test("every fault is met first by some run, and every length and operation occurs", () => {
  const runs: RandomRun[] = Array.from({ length: 5_000 }, (_, seed) => randomRun(seed));
  expect(new Set(runs.map(({ faults }) => faults[0]))).toEqual(new Set(faultNames));
  expect(new Set(runs.map(({ faults }) => faults.length))).toEqual(new Set([1, 2, 3, 4]));
  expect(new Set(runs.map(({ operation }) => operation))).toEqual(new Set(Object.keys(operations)));
});

import { createRandom } from "@getclickmedia/sms-random";
import { describe, expect, test } from "vitest";
import { createRateLimit, windowMs } from "./rate-limit.ts";

describe.each([1, 2, 10, 100])("with a limit of %i", (limit) => {
  test.each([0, 1, 20, 400])("no second has more, for arrivals up to %i ms apart", (gap) => {
    const random = createRandom(`${limit} ${gap}`);
    const rateLimit = createRateLimit();
    const passed: number[] = [];
    let now = 1_781_000_000_000;
    for (let request = 0; request < 10_000; request++) {
      now += random.below(gap + 1);
      const inWindow = passed.filter((time) => time > now - windowMs).length;
      const wait = rateLimit.take(now, limit);
      // Exactly as many as are allowed: what has room passes, and nothing else.
      expect(wait === 0).toBe(inWindow < limit);
      if (wait === 0) passed.push(now);
      while (passed.length > limit) passed.shift();
    }
  });
});

test("a refused request that waits as long as told passes, whatever was refused before", () => {
  const rateLimit = createRateLimit();
  for (let request = 0; request < 10; request++) expect(rateLimit.take(500, 10)).toBe(0);
  for (let refused = 0; refused < 100; refused++) expect(rateLimit.take(600 + refused, 10)).toBe(1);
  expect(rateLimit.take(700 + 1_000, 10)).toBe(0);
});

test("a window is a whole second, to the millisecond", () => {
  const rateLimit = createRateLimit();
  expect(rateLimit.take(1_000, 1)).toBe(0);
  expect(rateLimit.take(1_999, 1)).toBe(1);
  expect(rateLimit.take(2_000, 1)).toBe(0);
});

test("another limit holds from the next request on", () => {
  const rateLimit = createRateLimit();
  expect(rateLimit.take(0, 1)).toBe(0);
  expect(rateLimit.take(0, 1)).toBe(1);
  expect(rateLimit.take(0, 3)).toBe(0);
  expect(rateLimit.take(0, 3)).toBe(0);
  expect(rateLimit.take(0, 3)).toBe(1);
  expect(rateLimit.take(0, 1)).toBe(1);
});

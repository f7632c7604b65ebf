import { expect, test } from "vitest";
import { createRandom } from "./random.ts";

const draws = (seed: number | string) => {
  const random = createRandom(seed);
  return Array.from({ length: 1_000 }, () => random.next());
};

test("the same seed draws the same, another seed something else", () => {
  for (const seed of [0, 7, -7, "a text"]) expect(draws(seed)).toEqual(draws(seed));
  expect(draws(1)).not.toEqual(draws(2));
  expect(draws("a")).not.toEqual(draws("b"));
});

test("draws are spread over their range, and none lies outside", () => {
  const random = createRandom(1);
  const counts = (draw: () => number | string) => {
    const found = new Map<number | string, number>();
    for (let count = 0; count < 6_000; count++) {
      const drawn = draw();
      found.set(drawn, (found.get(drawn) ?? 0) + 1);
    }
    return found;
  };
  for (const [draw, all] of [
    [() => random.below(3), [0, 1, 2]],
    [() => random.between(4, 6), [4, 5, 6]],
    [() => random.pick(["a", "b", "c"]), ["a", "b", "c"]],
    [() => random.text(["a"], 1, 3), ["a", "aa", "aaa"]],
  ] as const) {
    const found = counts(draw);
    expect([...found.keys()].sort()).toEqual(all);
    for (const count of found.values()) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  }
  const happened = Array.from({ length: 6_000 }, () => random.chance(0.25)).filter(Boolean);
  expect(Math.abs(happened.length - 1_500)).toBeLessThan(200);
});

test("there is nothing to pick from nothing", () => {
  expect(() => createRandom(1).pick([])).toThrow("There is nothing to pick from.");
});

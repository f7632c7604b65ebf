import { describe, expect, test } from "vitest";
import { createPermutation } from "./permutation.ts";

const size = 2 ** 40;

describe.each([0, 1, 2 ** 32 - 1])("with the seed %i", (seed) => {
  const { apply, invert } = createPermutation(seed);

  test("no two of 300,000 numbers become the same, and the way back leads to each", () => {
    const seen = new Set<number>();
    for (let value = 0; value < 300_000; value++) {
      const image = apply(value);
      seen.add(image);
      if (invert(image) !== value)
        throw new Error(`${value} became ${image}, which leads back to ${invert(image)}.`);
    }
    expect(seen.size).toBe(300_000);
  });

  test("the ends of the range stay within it, and lead back", () => {
    for (const value of [0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 31, 2 ** 32, size - 1]) {
      const image = apply(value);
      expect(Number.isSafeInteger(image) && image >= 0 && image < size).toBe(true);
      expect(invert(image)).toBe(value);
      expect(apply(invert(value))).toBe(value);
    }
  });
});

test("numbers that follow each other are spread over the whole range", () => {
  const { apply } = createPermutation(1);
  const sixteenths = new Set<number>();
  for (let value = 1; value <= 200; value++) sixteenths.add(Math.floor(apply(value) / (size / 16)));
  expect(sixteenths.size).toBe(16);
});

test("another seed makes other numbers", () => {
  const [one, other] = [createPermutation(1), createPermutation(2)];
  const same = Array.from({ length: 1_000 }, (_, value) => one.apply(value) === other.apply(value));
  expect(same).not.toContain(true);
});

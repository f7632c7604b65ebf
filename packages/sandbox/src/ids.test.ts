import { expect, test } from "vitest";
import { createIds } from "./ids.ts";

const ids = createIds("gcm_msg_", 1);

test("an id has the prefix and ten digits, and leads back to its row", () => {
  for (const row of [1, 2, 1_000_000, 2 ** 39]) {
    expect(ids.of(row)).toMatch(/^gcm_msg_[0-9a-f]{10}$/);
    expect(ids.rowOf(ids.of(row))).toBe(row);
  }
});

test("no id comes twice", () => {
  const seen = new Set(Array.from({ length: 100_000 }, (_, row) => ids.of(row)));
  expect(seen.size).toBe(100_000);
});

test("what is no id of the kind has no row", () => {
  for (const text of ["", "gcm_msg_", "gcm_msg_12345", "gcm_msg_123456789G", "gcm_msg_12345678901"])
    expect(ids.rowOf(text)).toBeUndefined();
  expect(ids.rowOf(createIds("gcm_batch_", 1).of(1))).toBeUndefined();
  expect(ids.rowOf(ids.of(1).toUpperCase())).toBeUndefined();
});

test("each kind and each seed has ids of its own", () => {
  const digitsOf = (prefix: string, seed: number) => createIds(prefix, seed).of(1).slice(-10);
  const digits = [digitsOf("evt_", 1), digitsOf("dlv_", 1), digitsOf("evt_", 2)];
  expect(new Set(digits).size).toBe(3);
});

import { describe, expect, test } from "vitest";
import type { StoredBatch, Transaction } from "../store/store.ts";
import { batchProgress } from "./batch-progress.ts";

const batch = {
  first: 11,
  last: 20,
  refused: 2,
  acceptedAt: 1_000,
  startsAt: 5_000,
  cancelledAt: null,
} as StoredBatch;

/** How a batch stands, of whose messages so many have ended. */
const progress = (
  { delivered = 0, failed = 0, lastAt = null as number | null },
  changed: Partial<StoredBatch> = {},
  now = 6_000,
) => {
  const transaction = { countEndings: async () => ({ delivered, failed, lastAt }) };
  return batchProgress(transaction as unknown as Transaction, { ...batch, ...changed }, now);
};

test("what was not accepted has failed, and the counts add up", async () => {
  expect(await progress({ delivered: 3, failed: 4 })).toEqual({
    state: "sending",
    total: 12,
    delivered: 3,
    failed: 6,
    pending: 3,
    deliveryRate: "25.0%",
    completedAt: null,
  });
});

test("it is scheduled until it starts", async () => {
  expect(await progress({}, {}, 4_999)).toMatchObject({ state: "scheduled", pending: 10 });
  expect(await progress({}, {}, 5_000)).toMatchObject({ state: "sending" });
});

test("it is completed when its last message ended", async () => {
  const ended = { delivered: 9, failed: 1, lastAt: 5_500 };
  expect(await progress(ended)).toMatchObject({
    state: "completed",
    pending: 0,
    completedAt: 5_500,
  });
});

test("without an accepted message it is completed at once", async () => {
  expect(await progress({}, { last: 10, refused: 3 })).toEqual({
    state: "completed",
    total: 3,
    delivered: 0,
    failed: 3,
    pending: 0,
    deliveryRate: "0.0%",
    completedAt: 1_000,
  });
});

test("cancelled, all of it has failed, at that time", async () => {
  expect(await progress({}, { cancelledAt: 2_000 })).toEqual({
    state: "cancelled",
    total: 12,
    delivered: 0,
    failed: 12,
    pending: 0,
    deliveryRate: "0.0%",
    completedAt: 2_000,
  });
});

describe("the rate is rounded to a tenth", () => {
  const rate = async (delivered: number, total: number) => {
    const changed = { first: 1, last: total, refused: 0 };
    return (await progress({ delivered, failed: total - delivered }, changed)).deliveryRate;
  };
  test.each([
    [967, 1_000, "96.7%"],
    [197, 200, "98.5%"],
    [2, 3, "66.7%"],
    [1, 3, "33.3%"],
    [1, 2_000, "0.1%"],
    [1, 2_001, "0.0%"],
    [0, 5, "0.0%"],
    [5, 5, "100.0%"],
  ])("%i of %i is %s", async (delivered, total, expected) => {
    expect(await rate(delivered, total)).toBe(expected);
  });

  test("100.0% is said only where nothing is missing", async () => {
    expect(await rate(9_999, 10_000)).toBe("99.9%");
    expect(await rate(4_999, 5_000)).toBe("99.9%");
    expect(await rate(10_000, 10_000)).toBe("100.0%");
  });
});

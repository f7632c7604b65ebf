import { describe, expect, test } from "vitest";
import { type MagicRecipient, magicRecipients } from "../magic-recipients.ts";
import type { StoredMessage, Timeline } from "../store/store.ts";
import { ordersOf, planTimeline, progressOf } from "./timeline.ts";

const delays = { queueMs: 10, carrierMs: 100, slowMs: 5_000 };

const magic = (what: Partial<MagicRecipient>): MagicRecipient => {
  const found = magicRecipients.find((recipient) =>
    Object.entries(what).every(
      ([name, value]) => recipient[name as keyof MagicRecipient] === value,
    ),
  );
  if (!found) throw new Error("There is no such magic recipient.");
  return found;
};

describe("what becomes of a message", () => {
  test("it leaves the queue and is delivered, each after its delay", () => {
    expect(planTimeline(1_000, delays, undefined, undefined)).toEqual({
      dispatchAt: 1_010,
      endAt: 1_110,
      ending: "delivered",
      failReason: null,
    });
  });

  test("a magic recipient has the ending that it says", () => {
    expect(planTimeline(0, delays, magic({ stuck: "queued" }), undefined)).toMatchObject({
      dispatchAt: null,
      endAt: null,
    });
    expect(planTimeline(0, delays, magic({ stuck: "dispatched" }), undefined)).toMatchObject({
      dispatchAt: 10,
      endAt: null,
    });
    expect(planTimeline(0, delays, magic({ slow: true }), undefined)).toMatchObject({
      endAt: 5_010,
      ending: "delivered",
    });
    expect(planTimeline(0, delays, magic({ ending: "failed" }), undefined)).toEqual({
      dispatchAt: 10,
      endAt: 110,
      ending: "failed",
      failReason: "Handset switched off",
    });
  });

  test("where the operator lets nothing out it is rejected, but for what a magic recipient asks for", () => {
    const closed = "Promotional messages go out from 10:00 to 21:00";
    const rejected = { ending: "rejected", failReason: closed };
    expect(planTimeline(0, delays, undefined, closed)).toMatchObject(rejected);
    expect(planTimeline(0, delays, magic({ slow: true }), closed)).toMatchObject(rejected);
    expect(planTimeline(0, delays, magic({ ending: "failed" }), closed)).toMatchObject({
      ending: "failed",
    });
    expect(planTimeline(0, delays, magic({ stuck: "queued" }), closed)).toMatchObject({
      endAt: null,
    });
  });
});

describe("what a message is at a time", () => {
  const message = (timeline: Partial<StoredMessage>) =>
    ({
      dispatchAt: 10,
      endAt: 20,
      ending: "failed",
      failReason: "Handset memory full",
      batchCancelledAt: null,
      ...timeline,
    }) as StoredMessage;

  test.each([
    [0, { status: "queued", sentAt: null, endedAt: null, failReason: null }],
    [9, { status: "queued", sentAt: null, endedAt: null, failReason: null }],
    [10, { status: "dispatched", sentAt: 10, endedAt: null, failReason: null }],
    [19, { status: "dispatched", sentAt: 10, endedAt: null, failReason: null }],
    [20, { status: "failed", sentAt: 10, endedAt: 20, failReason: "Handset memory full" }],
    [1e12, { status: "failed", sentAt: 10, endedAt: 20, failReason: "Handset memory full" }],
  ])("at %i it is %j", (now, progress) => {
    expect(progressOf(message({}), now)).toEqual(progress);
  });

  test("stuck, it never goes on", () => {
    const stuck = message({ dispatchAt: null, endAt: null });
    expect(progressOf(stuck, 1e12)).toMatchObject({ status: "queued" });
    expect(progressOf(message({ endAt: null }), 1e12)).toMatchObject({ status: "dispatched" });
  });

  test("of a cancelled batch, it has failed and was never sent", () => {
    expect(progressOf(message({ batchCancelledAt: 5 }), 1e12)).toEqual({
      status: "failed",
      sentAt: null,
      endedAt: 5,
      failReason: "The batch was cancelled before its time",
    });
  });
});

describe("the orders of messages", () => {
  const timeline = (at: number, more: Partial<Timeline> & { account?: number } = {}) => ({
    account: 3,
    dispatchAt: at,
    endAt: at + 100,
    ending: "delivered" as const,
    failReason: null,
    ...more,
  });
  /** What messages will do, one step of one message a line. */
  const stepsOf = (orders: ReturnType<typeof ordersOf>) =>
    orders
      .flatMap(({ due, step, first, last, books }) =>
        Array.from(
          { length: last - first + 1 },
          (_, index) => `${first + index} ${step} ${due}${books ? " books" : ""}`,
        ),
      )
      .sort();

  test("messages next to each other that take a step together share its order", () => {
    const orders = ordersOf([timeline(5), timeline(5), timeline(7), timeline(5)], 40, 1);
    expect(orders).toEqual(
      expect.arrayContaining([
        { due: 1, step: "queued", first: 40, last: 43, account: 3, books: false },
        { due: 5, step: "dispatched", first: 40, last: 41, account: 3, books: false },
        { due: 7, step: "dispatched", first: 42, last: 42, account: 3, books: false },
        { due: 5, step: "dispatched", first: 43, last: 43, account: 3, books: false },
      ]),
    );
    expect(orders).toHaveLength(7);
  });

  test("those of another account have orders of their own", () => {
    const orders = ordersOf([timeline(5), timeline(5, { account: 4 })], 1);
    expect(orders.map(({ account, first, last }) => ({ account, first, last }))).toEqual([
      { account: 3, first: 1, last: 1 },
      { account: 3, first: 1, last: 1 },
      { account: 4, first: 2, last: 2 },
      { account: 4, first: 2, last: 2 },
    ]);
  });

  test("every message takes every step once, and only rejections refund", () => {
    const timelines = [
      timeline(5),
      timeline(5, { ending: "rejected" }),
      timeline(5, { endAt: null }),
      timeline(5, { ending: "rejected" }),
      timeline(5, { dispatchAt: null, endAt: null }),
      timeline(5, { ending: "failed" }),
    ];
    expect(stepsOf(ordersOf(timelines, 1))).toEqual([
      "1 dispatched 5",
      "1 ended 105",
      "2 dispatched 5",
      "2 ended 105 books",
      "3 dispatched 5",
      "4 dispatched 5",
      "4 ended 105 books",
      "6 dispatched 5",
      "6 ended 105",
    ]);
  });
});

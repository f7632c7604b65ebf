import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { beforeEach, describe, expect, test } from "vitest";
import { openSqliteStore } from "./sqlite-store.ts";
import type {
  Content,
  NewBatch,
  NewLedgerEntry,
  NewMessage,
  Order,
  Store,
  Transaction,
} from "./store.ts";

let store: Store;
beforeEach(() => {
  store = openSqliteStore();
  return () => store.close();
});
const run = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  store.transaction(work);

const all = { before: Number.MAX_SAFE_INTEGER, limit: 1_000 };
const content: Content = {
  senderId: "GCMDIA",
  templateId: "1007161234567890123",
  type: "transactional",
  unicode: true,
  text: "नमस्ते",
  segments: 1,
  credits: 2,
};
const message = (more: Partial<NewMessage> = {}): NewMessage => ({
  account: 1,
  batch: null,
  content,
  to: "919876543210",
  operator: "Jio",
  queuedAt: 1_000,
  scheduledAt: null,
  dispatchAt: 2_000,
  endAt: 3_000,
  ending: "delivered",
  failReason: null,
  publicId: null,
  ...more,
});
const batch = (more: Partial<NewBatch> = {}): NewBatch => ({
  number: 1,
  batchId: "gcm_batch_1",
  account: 1,
  first: 1,
  last: 2,
  refused: 3,
  content,
  acceptedAt: 500,
  startsAt: 1_000,
  scheduledAt: "2026-06-24T09:00:00+05:30",
  ...more,
});
const order = (more: Partial<Order> = {}): Order => ({
  due: 1_000,
  step: "dispatched",
  first: 1,
  last: 1,
  account: 1,
  books: false,
  ...more,
});
const entry = (amount: number, more: Partial<NewLedgerEntry> = {}): NewLedgerEntry => ({
  at: 1_000,
  kind: amount < 0 ? "send" : "grant",
  amount,
  messageRow: null,
  batchId: null,
  note: null,
  ...more,
});

describe("things", () => {
  test("are put, replaced and removed by kind, account and id", async () => {
    const thing = { kind: "header", account: 1, id: "GCMDIA", value: { approved: true } };
    await run(async (transaction) => {
      await transaction.put({ ...thing, value: { approved: false } });
      await transaction.put(thing);
      await transaction.put({ ...thing, account: 2 });
      await transaction.put({ ...thing, id: "OTHERS" });
      await transaction.remove("header", 1, "OTHERS");
      await transaction.remove("header", 1, "NOBODY");
    });
    expect(await run((transaction) => transaction.things())).toEqual([
      thing,
      { ...thing, account: 2 },
    ]);
  });
});

describe("the ledger", () => {
  test("books entries that chain, for each account by itself", async () => {
    expect(await run((transaction) => transaction.credits(1))).toBe(0);
    const balance = await run(async (transaction) => {
      await transaction.book(2, [entry(5)]);
      await transaction.book(1, [entry(10), entry(-3, { messageRow: 7, note: "x" })]);
      expect(await transaction.credits(1)).toBe(7);
      return transaction.book(1, [entry(1, { at: 2_000, kind: "refund", batchId: "gcm_batch_1" })]);
    });
    expect(balance).toBe(8);
    expect(await run((transaction) => transaction.credits(1))).toBe(8);
    expect(await run((transaction) => transaction.credits(2))).toBe(5);
    expect(await run((transaction) => transaction.ledger(1, all))).toEqual([
      { row: 4, balance: 8, ...entry(1, { at: 2_000, kind: "refund", batchId: "gcm_batch_1" }) },
      { row: 3, balance: 7, ...entry(-3, { messageRow: 7, note: "x" }) },
      { row: 2, balance: 10, ...entry(10) },
    ]);
    const page = await run((transaction) => transaction.ledger(1, { before: 4, limit: 1 }));
    expect(page.map(({ row }) => row)).toEqual([3]);
    expect(await run((transaction) => transaction.lastBooking())).toBe(2_000);
  });

  test("entries of messages that follow each other are kept together and read one by one", async () => {
    const sends = [5, 6, 7, 9].map((messageRow) => entry(-messageRow, { messageRow }));
    await run(async (transaction) => {
      await transaction.book(2, [entry(100)]);
      await transaction.book(1, [entry(100)]);
      await transaction.book(1, sends);
    });
    const entries = [...sends.entries()].reverse().map(([index, send]) => ({
      row: 3 + index,
      balance: [95, 89, 82, 73][index],
      ...send,
    }));
    const read = (page: typeof all) => run((transaction) => transaction.ledger(1, page));
    expect((await read(all)).slice(0, -1)).toEqual(entries);
    for (const before of [3, 4, 5, 6, 7])
      expect((await read({ before, limit: 2 })).map(({ row }) => row)).toEqual(
        [before - 1, before - 2].filter((row) => row >= 2),
      );
    expect(await run((transaction) => transaction.ledger(2, { before: 4, limit: 5 }))).toHaveLength(
      1,
    );
  });

  test("a balance below zero is impossible, and undone with all that came with it", async () => {
    await run((transaction) => transaction.book(1, [entry(1)]));
    await expect(
      run(async (transaction) => {
        await transaction.addMessages([message()]);
        await transaction.book(1, [entry(-2)]);
      }),
    ).rejects.toThrow();
    expect(await run((transaction) => transaction.credits(1))).toBe(1);
    expect(await run((transaction) => transaction.ledger(1, all))).toHaveLength(1);
    expect(await run((transaction) => transaction.countMessages())).toBe(0);
  });

  test("holds what a number holds", async () => {
    await run((transaction) => transaction.book(1, [entry(Number.MAX_SAFE_INTEGER)]));
    expect(await run((transaction) => transaction.credits(1))).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("messages", () => {
  test("come in rows that follow each other, and are read as they were added", async () => {
    const failed = message({
      to: "910000000001",
      scheduledAt: 1_500,
      dispatchAt: null,
      endAt: null,
      ending: "failed",
      failReason: "Handset memory full",
      publicId: "gcm_msg_named",
    });
    const first = await run((transaction) => transaction.addMessages([message(), failed]));
    expect(await run((transaction) => transaction.addMessages([message()]))).toBe(first + 2);
    const stored = { ...failed, row: first + 1, batchId: null, batchCancelledAt: null };
    expect(await run((transaction) => transaction.message(first + 1))).toEqual(stored);
    expect(await run((transaction) => transaction.messageNamed("gcm_msg_named"))).toEqual(stored);
    expect(await run((transaction) => transaction.message(first + 9))).toBeUndefined();
    expect(await run((transaction) => transaction.messageNamed("gcm_msg_other"))).toBeUndefined();
    expect(await run((transaction) => transaction.countMessages())).toBe(3);
  });

  test("a public id is given once", async () => {
    const named = message({ publicId: "gcm_msg_named" });
    await run((transaction) => transaction.addMessages([named]));
    await expect(run((transaction) => transaction.addMessages([named]))).rejects.toThrow();
  });

  test("those of a batch have its content and its end", async () => {
    await run(async (transaction) => {
      await transaction.addMessages([message({ batch: 1, content: null })]);
      await transaction.addBatch(batch({ last: 1 }));
    });
    const before = await run((transaction) => transaction.message(1));
    expect(before).toMatchObject({ content, batchId: "gcm_batch_1", batchCancelledAt: null });
    await run((transaction) => transaction.cancelBatch({ ...batch(), cancelledAt: null }, 700));
    expect(await run((transaction) => transaction.message(1))).toMatchObject({
      batchCancelledAt: 700,
    });
  });

  test("a list is newest first, by account, recipient, rows and status now", async () => {
    await run((transaction) =>
      transaction.addMessages([
        message({ dispatchAt: 5_000, endAt: 6_000 }),
        message({ endAt: 5_000 }),
        message({ ending: "failed" }),
        message({ to: "919876543211" }),
        message({ account: 2 }),
        message({ dispatchAt: null, endAt: null }),
      ]),
    );
    const rows = async (
      filter: Parameters<Transaction["messages"]>[1],
      page = all,
      now = 4_000,
    ) => {
      const found = await run((transaction) => transaction.messages(1, filter, now, page));
      return found.map(({ row }) => row);
    };
    expect(await rows({})).toEqual([6, 4, 3, 2, 1]);
    expect(await rows({}, { before: 4, limit: 2 })).toEqual([3, 2]);
    expect(await rows({ to: "919876543211" })).toEqual([4]);
    expect(await rows({ rows: { first: 2, last: 5 } })).toEqual([4, 3, 2]);
    expect(await rows({ status: "queued" })).toEqual([6, 1]);
    expect(await rows({ status: "dispatched" })).toEqual([2]);
    expect(await rows({ status: "failed" })).toEqual([3]);
    expect(await rows({ status: "delivered" }, all, 6_000)).toEqual([4, 2, 1]);
    expect(await rows({ status: "lost" })).toEqual([]);
    expect(
      await rows({ to: "919876543210", status: "failed", rows: { first: 1, last: 9 } }),
    ).toEqual([3]);
  });

  test("those of a cancelled batch are listed as failed", async () => {
    await run(async (transaction) => {
      await transaction.addMessages([message({ batch: 1, content: null })]);
      await transaction.addBatch(batch({ last: 1 }));
      await transaction.cancelBatch({ ...batch(), cancelledAt: null }, 700);
    });
    const found = await run((transaction) =>
      transaction.messages(1, { status: "failed" }, 9_000, all),
    );
    expect(found).toHaveLength(1);
  });

  test("many that are sent together are found one by one, whatever page they are on", async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => String(919_876_543_210 + index));
    const first = await run(async (transaction) => {
      await transaction.addMessages([message({ account: 2 })]);
      return transaction.addMessages(
        numbers.map((to) =>
          message({ to, operator: null, content: { ...content, text: `To ${to}` } }),
        ),
      );
    });
    expect(first).toBe(2);
    for (const [index, to] of numbers.entries()) {
      const found = await run((transaction) => transaction.message(first + index));
      expect(found).toMatchObject({ row: first + index, to, content: { text: `To ${to}` } });
    }
    const read: string[] = [];
    for (let before = Number.MAX_SAFE_INTEGER; ; ) {
      const page = await run((transaction) => transaction.messages(1, {}, 0, { before, limit: 7 }));
      read.push(...page.map(({ to }) => to));
      if (page.length < 7) break;
      before = page.at(-1)?.row ?? 0;
    }
    expect(read).toEqual(numbers.toReversed());
    const [to = ""] = numbers.slice(50);
    const named = await run((transaction) => transaction.messages(1, { to }, 0, all));
    expect(named.map((found) => found.to)).toEqual([to]);
    // A number that stands in a text is none of a recipient.
    await run((transaction) =>
      transaction.addMessages([message({ content: { ...content, text: "910000000009" } })]),
    );
    const nobody = { to: "910000000009" };
    expect(await run((transaction) => transaction.messages(1, nobody, 0, all))).toEqual([]);
  });

  test("the runs of a batch have their own times", async () => {
    const timeline = { ending: "delivered", failReason: null } as const;
    const first = await run(async (transaction) => {
      const first = await transaction.addBatchMessages({
        batch: 1,
        recipients: ["919876543210", "910000000001", "919876543212"],
        queuedAt: 1_000,
        scheduledAt: null,
        runs: [
          { account: 1, count: 2, ...timeline, dispatchAt: 2_000, endAt: 3_000 },
          { account: 1, count: 1, ...timeline, dispatchAt: 2_200, endAt: 3_200 },
        ],
      });
      await transaction.addBatch(batch({ first, last: first + 2 }));
      return first;
    });
    const found = await run((transaction) => transaction.messages(1, {}, 0, all));
    expect(found.map(({ row, to, dispatchAt, endAt }) => [row, to, dispatchAt, endAt])).toEqual([
      [first + 2, "919876543212", 2_200, 3_200],
      [first + 1, "910000000001", 2_000, 3_000],
      [first, "919876543210", 2_000, 3_000],
    ]);
    for (const each of found) expect(each).toMatchObject({ content, batchId: "gcm_batch_1" });
  });

  test("one of many changes alone, wherever it stands", async () => {
    const numbers = ["919876543210", "919876543211", "919876543212"];
    const timeline = { dispatchAt: 7, endAt: 7, ending: "failed", failReason: "No" } as const;
    for (const [index, to] of numbers.entries()) {
      const first = await run((transaction) =>
        transaction.addMessages(numbers.map((each) => message({ to: each, operator: null }))),
      );
      const before = await run((transaction) =>
        transaction.messages(1, {}, 0, { ...all, limit: 3 }),
      );
      await run((transaction) => transaction.changeTimeline(first + index, timeline));
      const after = await run((transaction) =>
        transaction.messages(1, {}, 0, { ...all, limit: 3 }),
      );
      expect(after).toEqual(
        before.map((each) => (each.to === to ? { ...each, ...timeline } : each)),
      );
    }
  });

  test("a changed timeline is what counts from then on", async () => {
    await run((transaction) => transaction.addMessages([message(), message()]));
    const timeline = {
      dispatchAt: 1_500,
      endAt: 1_500,
      ending: "rejected",
      failReason: "No",
    } as const;
    await run((transaction) => transaction.changeTimeline(1, timeline));
    expect(await run((transaction) => transaction.message(1))).toMatchObject(timeline);
    const taking = (more: Partial<Order>) =>
      run((transaction) => transaction.messagesTaking(order({ first: 1, last: 2, ...more })));
    const rows = async (more: Partial<Order>) => (await taking(more)).map(({ row }) => row);
    expect(await rows({ step: "queued", due: 1_000 })).toEqual([1, 2]);
    expect(await rows({ step: "dispatched", due: 2_000 })).toEqual([2]);
    expect(await rows({ step: "ended", due: 3_000 })).toEqual([2]);
    expect(await rows({ step: "ended", due: 3_000, first: 1, last: 1 })).toEqual([]);
  });
});

describe("batches", () => {
  test("are read as they were added, newest first", async () => {
    expect(await run((transaction) => transaction.lastBatchNumber())).toBe(0);
    const second = batch({ number: 2, batchId: "gcm_batch_2", scheduledAt: null });
    await run(async (transaction) => {
      await transaction.addBatch(batch());
      await transaction.addBatch(second);
      await transaction.addBatch(batch({ number: 3, batchId: "gcm_batch_3", account: 2 }));
    });
    expect(await run((transaction) => transaction.lastBatchNumber())).toBe(3);
    expect(await run((transaction) => transaction.batch("gcm_batch_2"))).toEqual({
      ...second,
      cancelledAt: null,
    });
    expect(await run((transaction) => transaction.batch("gcm_batch_9"))).toBeUndefined();
    const numbers = async (page: typeof all) =>
      (await run((transaction) => transaction.batches(1, page))).map(({ number }) => number);
    expect(await numbers(all)).toEqual([2, 1]);
    expect(await numbers({ before: 2, limit: 5 })).toEqual([1]);
    expect(await numbers({ ...all, limit: 1 })).toEqual([2]);
  });

  test("count how far their messages have come", async () => {
    await run((transaction) =>
      transaction.addMessages([
        message({ batch: 1 }),
        message({ batch: 1, endAt: 3_500, ending: "failed" }),
        message({ batch: 1, endAt: 3_200, ending: "rejected" }),
        message({ batch: 1, endAt: null }),
        message({ batch: 2 }),
      ]),
    );
    const counts = (now: number) =>
      run((transaction) =>
        transaction.countEndings({ ...batch({ last: 4 }), cancelledAt: null }, now),
      );
    expect(await counts(2_999)).toEqual({ delivered: 0, failed: 0, lastAt: null });
    expect(await counts(3_000)).toEqual({ delivered: 1, failed: 0, lastAt: 3_000 });
    expect(await counts(9_000)).toEqual({ delivered: 1, failed: 2, lastAt: 3_500 });
  });

  test("a cancelled one takes no step any more, and what shares its orders does", async () => {
    const shared = order({ first: 1, last: 3, step: "ended", due: 3_000 });
    await run(async (transaction) => {
      await transaction.addMessages([
        message(),
        message({ batch: 1, content: null }),
        message({ batch: 2, content: null }),
      ]);
      await transaction.addBatch(batch({ first: 2, last: 2 }));
      await transaction.addBatch(batch({ number: 2, batchId: "gcm_batch_2", first: 3, last: 3 }));
      await transaction.order([shared]);
      await transaction.cancelBatch({ ...batch({ first: 2, last: 2 }), cancelledAt: null }, 700);
    });
    const due = await run((transaction) => transaction.ordersDue(3_000, 10));
    const taking = await run((transaction) => transaction.messagesTaking(due[0] ?? order()));
    expect(taking.map(({ row }) => row)).toEqual([1, 3]);
  });

  test("a cancelled one ends when it is cancelled, and has taken its steps before", async () => {
    await run(async (transaction) => {
      await transaction.addMessages([message({ batch: 1, content: null })]);
      await transaction.addBatch(batch({ last: 1 }));
      await transaction.cancelBatch({ ...batch({ last: 1 }), cancelledAt: null }, 1_200);
    });
    const taking = async (more: Partial<Order>) =>
      (
        await run((transaction) =>
          transaction.messagesTaking(order({ first: 1, last: 1, ...more })),
        )
      ).length;
    expect(await taking({ step: "queued", due: 1_000 })).toBe(1);
    expect(await taking({ step: "ended", due: 1_200 })).toBe(1);
    expect(await taking({ step: "dispatched", due: 2_000 })).toBe(0);
    expect(await taking({ step: "ended", due: 3_000 })).toBe(0);
  });
});

describe("the agenda", () => {
  test("is in the order of time, step and row, and is cleared in it", async () => {
    const orders = [
      order({ due: 2_000, step: "queued", first: 9, last: 9 }),
      order({ step: "expired", first: 2, last: 2, account: 2 }),
      order({ step: "ended", first: 1, last: 4, books: true }),
      order({ step: "dispatched", first: 7, last: 8 }),
      order({ step: "dispatched", first: 3, last: 4 }),
    ];
    expect(await run((transaction) => transaction.nextOrderDue())).toBe(Number.POSITIVE_INFINITY);
    await run((transaction) => transaction.order(orders));
    const due = (now: number, limit = 10) =>
      run((transaction) => transaction.ordersDue(now, limit));
    expect(await due(999)).toEqual([]);
    expect(await due(1_000)).toEqual([orders[4], orders[3], orders[2], orders[1]]);
    expect(await due(2_000)).toHaveLength(5);
    const [first, second] = await due(2_000, 2);
    expect([first, second]).toEqual([orders[4], orders[3]]);
    await run((transaction) => transaction.clearOrders(second ?? order()));
    expect(await due(2_000)).toEqual([orders[2], orders[1], orders[0]]);
    await run((transaction) => transaction.clearOrders(orders[1] ?? order()));
    expect(await run((transaction) => transaction.nextOrderDue())).toBe(2_000);
  });

  test("what is ordered in the same transaction is seen in it", async () => {
    await run(async (transaction) => {
      await transaction.order([order({ first: 1, last: 1 })]);
      await transaction.order([order({ first: 2, last: 2 })]);
      expect(await transaction.nextOrderDue()).toBe(1_000);
      const rows = (await transaction.ordersDue(1_000, 10)).map(({ first, last }) => [first, last]);
      expect(rows.flat()).toContain(2);
    });
  });
});

describe("deliveries", () => {
  const event = { account: 1, messageRow: 1, event: "sms.queued", body: "{}", at: 1_000 };
  const pending = { state: "pending", tries: 0, lastStatus: null } as const;
  const attempt = {
    at: 1_100,
    url: "http://127.0.0.1:9/",
    requestHeaders: { "x-gcm-event": "sms.queued" },
    status: 500,
    responseHeaders: { "content-type": "text/plain" },
    responseBody: "no",
    durationMs: 12,
    error: null,
  };
  const rows = (found: { row: number }[]) => found.map(({ row }) => row);
  const due = async (now: number, limit = 10) =>
    rows(await run((transaction) => transaction.deliveriesDue(now, limit)));

  beforeEach(async () => {
    await run(async (transaction) => {
      await transaction.addMessages([message(), message()]);
      await transaction.addEvent(event, ["ep_1", "ep_2"]);
      await transaction.addEvent({ ...event, event: "sms.dispatched", at: 2_000 }, ["ep_1"]);
      await transaction.addEvent({ ...event, messageRow: 2, at: 1_500 }, ["ep_1"]);
    });
  });

  test("an event is delivered to each endpoint, and after those of the same message before it", async () => {
    expect(await due(999)).toEqual([]);
    expect(await due(1_000)).toEqual([1, 2]);
    expect(await due(9_000)).toEqual([1, 2, 4]);
    expect(await run((transaction) => transaction.delivery(3))).toEqual({
      row: 3,
      eventRow: 2,
      ...event,
      event: "sms.dispatched",
      at: 2_000,
      endpointId: "ep_1",
      ...pending,
      attempts: 0,
      nextAttemptAt: null,
    });
    expect(await run((transaction) => transaction.nextDeliveryDue(0))).toBe(1_000);
    expect(await run((transaction) => transaction.nextDeliveryDue(1_000))).toBe(1_500);
    expect(await run((transaction) => transaction.nextDeliveryDue(1_500))).toBe(
      Number.POSITIVE_INFINITY,
    );
    // Of each endpoint so many.
    expect(await due(9_000, 1)).toEqual([1, 2]);
  });

  test("one that ends lets the next of its message go, not before the time of its event", async () => {
    const change = (row: number, more: object, now: number) =>
      run((transaction) =>
        transaction.changeDelivery(row, { ...pending, nextAttemptAt: null, ...more }, now),
      );
    await change(1, { tries: 1, lastStatus: 500, nextAttemptAt: 31_100 }, 1_100);
    expect(await due(30_000)).toEqual([2, 4]);
    await change(1, { state: "delivered", tries: 2, lastStatus: 200 }, 1_600);
    expect(await due(1_999)).toEqual([2, 4]);
    expect(await due(2_000)).toEqual([2, 4, 3]);
    expect(await run((transaction) => transaction.delivery(1))).toMatchObject({
      state: "delivered",
      tries: 2,
      lastStatus: 200,
      nextAttemptAt: null,
    });
  });

  test("attempts are numbered, and read back whole", async () => {
    const broken = {
      ...attempt,
      status: null,
      responseHeaders: null,
      responseBody: null,
      error: "Reset",
    };
    await run(async (transaction) => {
      await transaction.addAttempt(1, attempt);
      await transaction.addAttempt(1, broken);
      await transaction.addAttempt(2, attempt);
    });
    expect(await run((transaction) => transaction.attempts(1))).toEqual([
      { number: 1, ...attempt },
      { number: 2, ...broken },
    ]);
    expect(await run((transaction) => transaction.delivery(1))).toMatchObject({ attempts: 2 });
  });

  test("a list is newest first, by account, endpoint, message and state", async () => {
    const list = async (filter: Parameters<Transaction["deliveries"]>[1], account = 1) =>
      rows(await run((transaction) => transaction.deliveries(account, filter, all)));
    expect(await list({})).toEqual([4, 3, 2, 1]);
    expect(await list({}, 2)).toEqual([]);
    expect(await list({ endpointId: "ep_2" })).toEqual([2]);
    expect(await list({ messageRow: 1 })).toEqual([3, 2, 1]);
    await run((transaction) => transaction.stopDeliveries(1, "ep_1"));
    expect(await list({ state: "stopped" })).toEqual([4, 3, 1]);
    expect(await list({ state: "pending" })).toEqual([2]);
    expect(await due(9_000)).toEqual([2]);
  });
});

test("work that fails leaves nothing behind, in the database or beside it", async () => {
  const results = await Promise.allSettled([
    run((transaction) => transaction.book(1, [entry(5)])),
    run(async (transaction) => {
      await transaction.book(1, [entry(50)]);
      await transaction.order([order()]);
      throw new Error("Not so.");
    }),
    run((transaction) => transaction.book(1, [entry(1)])),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await run((transaction) => transaction.credits(1))).toBe(6);
  expect(await run((transaction) => transaction.ledger(1, all))).toHaveLength(2);
  expect(await run((transaction) => transaction.nextOrderDue())).toBe(Number.POSITIVE_INFINITY);
});

test("clear forgets everything, and rows begin anew", async () => {
  await run(async (transaction) => {
    await transaction.put({ kind: "header", account: 1, id: "GCMDIA", value: {} });
    await transaction.book(1, [entry(5)]);
    await transaction.addMessages([message()]);
    await transaction.addBatch(batch());
    await transaction.order([order()]);
    await transaction.addEvent(
      { account: 1, messageRow: 1, event: "sms.queued", body: "{}", at: 1 },
      ["ep_1"],
    );
    await transaction.clear();
  });
  await run(async (transaction) => {
    expect(await transaction.things()).toEqual([]);
    expect(await transaction.credits(1)).toBe(0);
    expect(await transaction.ledger(1, all)).toEqual([]);
    expect(await transaction.countMessages()).toBe(0);
    expect(await transaction.lastBatchNumber()).toBe(0);
    expect(await transaction.nextOrderDue()).toBe(Number.POSITIVE_INFINITY);
    expect(await transaction.nextDeliveryDue(0)).toBe(Number.POSITIVE_INFINITY);
    expect(await transaction.addMessages([message()])).toBe(1);
  });
});

describe("a file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "store "));
  const path = (name: string) => join(folder, name);

  test("keeps everything", async () => {
    const first = openSqliteStore(path("kept.db"));
    await first.transaction((transaction) => transaction.addMessages([message()]));
    await first.transaction((transaction) => transaction.book(1, [entry(5)]));
    await first.close();
    const second = openSqliteStore(path("kept.db"));
    const stored = await second.transaction((transaction) => transaction.message(1));
    expect(stored).toMatchObject({ to: "919876543210", content });
    expect(await second.transaction((transaction) => transaction.credits(1))).toBe(5);
    await second.close();
  });

  const opened = (name: string) => openSqliteStore(path(name));

  test("that is no database is refused", async () => {
    await writeFile(path("text.db"), "This is a text, and rather a long one. ".repeat(30));
    expect(() => opened("text.db")).toThrow(
      `Cannot open the data file ${path("text.db")}: file is not a database`,
    );
  });

  test("of something else, or of another version, is refused", () => {
    const other = new DatabaseSync(path("other.db"));
    other.exec("create table recipes (name text)");
    other.close();
    expect(() => opened("other.db")).toThrow(
      "It is a database of something else. Choose another file.",
    );
    const newer = new DatabaseSync(path("newer.db"));
    newer.exec("pragma user_version = 99");
    newer.close();
    expect(() => opened("newer.db")).toThrow(
      /It has tables of version 99, and this sandbox those of \d+\. Choose another file\./,
    );
  });

  test("in a folder that is not there is refused", () => {
    expect(() => opened("nowhere/sandbox.db")).toThrow(
      `Cannot open the data file ${path("nowhere/sandbox.db")}: unable to open database file`,
    );
  });

  test("that another process has open is refused, and free once that has ended", async () => {
    const module = new URL("./sqlite-store.ts", import.meta.url).href;
    const script = `import { openSqliteStore } from ${JSON.stringify(module)};
      openSqliteStore(process.argv[1]); console.log("open"); setInterval(() => {}, 1000);`;
    const args = ["--input-type=module", "--eval", script, path("locked.db")];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    expect(() => opened("locked.db")).toThrow(
      `Cannot open the data file ${path("locked.db")}: Another process has it open. Stop that one, or choose another file.`,
    );
    child.kill("SIGKILL");
    await once(child, "exit");
    await opened("locked.db").close();
  });

  test("that is open already is refused in the same process too", async () => {
    const first = opened("twice.db");
    expect(() => opened("twice.db")).toThrow("Another process has it open.");
    await first.close();
  });
});

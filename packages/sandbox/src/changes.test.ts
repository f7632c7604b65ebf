import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createChanges, type Topic } from "./changes.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("changes that come together are told together, each topic once, at most ten times a second", () => {
  const changes = createChanges();
  const told: Topic[][] = [];
  changes.listen((topics) => told.push(topics));
  changes.note("messages", "ledger");
  changes.note("messages");
  expect(told).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([["messages", "ledger"]]);
  for (let noted = 0; noted < 1_000; noted++) {
    changes.note("clock");
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(100);
  expect(told.length).toBeLessThanOrEqual(11);
  expect(told.at(-1)).toEqual(["clock"]);
});

test("nothing is told while nothing changes, and nothing of what was before", () => {
  const changes = createChanges();
  changes.note("keys");
  const listener = vi.fn();
  changes.listen(listener);
  vi.advanceTimersByTime(1_000);
  expect(listener).not.toHaveBeenCalled();
});

test("every listener is told until it stops", () => {
  const changes = createChanges();
  const [first, second] = [vi.fn(), vi.fn()];
  const stop = changes.listen(first);
  changes.listen(second);
  stop();
  changes.note("faults");
  vi.advanceTimersByTime(100);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledExactlyOnceWith(["faults"]);
});

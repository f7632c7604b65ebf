import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { longestTimer } from "./deadline.ts";
import { sleep } from "./sleep.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("it waits as long as it is told", async () => {
  const woken = vi.fn();
  void sleep(1_500).then(woken);
  await vi.advanceTimersByTimeAsync(1_499);
  expect(woken).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(woken).toHaveBeenCalledOnce();
});

test("the longest timer is one that does not end at once", async () => {
  vi.useRealTimers();
  const timer = setTimeout(() => {}, longestTimer);
  expect(timer).toHaveProperty("_idleTimeout", longestTimer);
  clearTimeout(timer);
});

test("a signal ends it with its reason, and leaves no timer", async () => {
  const { signal, abort } = controllerFor("enough");
  const slept = sleep(1_000, signal);
  expect(vi.getTimerCount()).toBe(1);
  abort();
  await expect(slept).rejects.toBe("enough");
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a signal that was aborted before ends it at once, and leaves no timer", async () => {
  const signal = AbortSignal.abort("enough");
  await expect(sleep(1_000, signal)).rejects.toBe("enough");
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("nothing listens to the signal once it is over, and a late abort is nobody's error", async () => {
  const { signal, abort } = controllerFor("too late");
  const slept = sleep(1_000, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  await slept;
  expect(getEventListeners(signal, "abort")).toEqual([]);
  abort();
});

function controllerFor(reason: string) {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(reason) };
}

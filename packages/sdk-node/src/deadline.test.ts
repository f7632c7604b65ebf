import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deadlinePassed, longestTimer, withinDeadline } from "./deadline.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  // Whatever happened, no timer is left.
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => {});

test("what ends in time keeps its result, and its signal is left alone", async () => {
  const { signal } = new AbortController();
  let own: AbortSignal | undefined;
  const result = withinDeadline(1_000, signal, async (given) => {
    own = given;
    return "done";
  });
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  await expect(result).resolves.toBe("done");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(own?.aborted).toBe(false);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("what fails in time keeps its error", async () => {
  const { signal } = new AbortController();
  const fault = new Error("fault");
  await expect(withinDeadline(1_000, signal, () => Promise.reject(fault))).rejects.toBe(fault);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("what takes too long is stopped when its time is up, and not earlier", async () => {
  const { signal } = new AbortController();
  const stopped = vi.fn();
  const result = withinDeadline(1_000, signal, (own) => {
    own.addEventListener("abort", () => stopped(own.reason));
    return never();
  });
  const failed = expect(result).rejects.toBe(deadlinePassed);
  await vi.advanceTimersByTimeAsync(999);
  expect(stopped).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await failed;
  expect(stopped).toHaveBeenCalledExactlyOnceWith(deadlinePassed);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a signal stops it with its reason", async () => {
  const controller = new AbortController();
  const stopped = vi.fn();
  const result = withinDeadline(1_000, controller.signal, (own) => {
    own.addEventListener("abort", () => stopped(own.reason));
    return never();
  });
  controller.abort("enough");
  await expect(result).rejects.toBe("enough");
  expect(stopped).toHaveBeenCalledExactlyOnceWith("enough");
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("it does not begin when its signal was aborted before", async () => {
  const signal = AbortSignal.abort("enough");
  const run = vi.fn(never);
  await expect(withinDeadline(1_000, signal, run)).rejects.toBe("enough");
  expect(run).not.toHaveBeenCalled();
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("what fails after it was stopped is nobody's error", async () => {
  const result = withinDeadline(1_000, undefined, (own) => {
    return new Promise((_, reject) =>
      own.addEventListener("abort", () => reject(new Error("late"))),
    );
  });
  const failed = expect(result).rejects.toBe(deadlinePassed);
  await vi.advanceTimersByTimeAsync(1_000);
  await failed;
});

test.each([longestTimer + 1, Infinity])("a timeout of %d does not end at once", async (timeout) => {
  const stopped = vi.fn();
  void withinDeadline(timeout, undefined, never).catch(stopped);
  await vi.advanceTimersByTimeAsync(longestTimer - 1);
  expect(stopped).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(stopped).toHaveBeenCalledExactlyOnceWith(deadlinePassed);
});

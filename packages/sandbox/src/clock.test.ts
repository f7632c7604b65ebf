import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { createClock, latestTime } from "./clock.ts";

const start = Date.parse("2026-06-23T10:30:00Z");

afterEach(() => vi.restoreAllMocks());

/** Sets what the machine says of the time that has passed since it was started. */
function machine(passed: number): void {
  vi.spyOn(performance, "now").mockReturnValue(passed);
}

test("it begins at the real time unless told otherwise, and runs as that does", () => {
  const before = Date.now();
  const clock = createClock();
  expect(clock.speed).toBe(1);
  expect(clock.now()).toBeGreaterThanOrEqual(before);
  expect(clock.now()).toBeLessThanOrEqual(Date.now() + 1);
});

test("it counts the time that passes, times its speed, in whole milliseconds", () => {
  machine(5_000);
  const clock = createClock({ start, speed: 60 });
  expect(clock.now()).toBe(start);
  machine(6_000.51);
  expect(clock.now()).toBe(start + 60_030);
  clock.setSpeed(0);
  machine(90_000);
  expect(clock.now()).toBe(start + 60_030);
  clock.setSpeed(1);
  machine(90_010);
  expect(clock.now()).toBe(start + 60_040);
});

test("it does not look at the machine's date, which may be set back", () => {
  const clock = createClock({ start, speed: 1 });
  vi.spyOn(Date, "now").mockReturnValue(0);
  expect(clock.now()).toBeGreaterThanOrEqual(start);
});

test("frozen it stands still", async () => {
  const clock = createClock({ start, speed: 0 });
  await sleep(5);
  expect(clock.now()).toBe(start);
  expect(clock.speed).toBe(0);
});

test("it moves forward and never back, but for a restart", () => {
  const clock = createClock({ start, speed: 0 });
  clock.moveTo(start + 10);
  clock.moveTo(start + 5);
  expect(clock.now()).toBe(start + 10);
  clock.restart(start - 5, 2);
  machine(performance.now());
  expect(clock.now()).toBeGreaterThanOrEqual(start - 5);
  expect(clock.now()).toBeLessThan(start);
  expect(clock.speed).toBe(2);
});

test("it says how long it really takes until a time", () => {
  machine(0);
  const clock = createClock({ start, speed: 60 });
  expect(clock.realTimeUntil(start + 60_000)).toBe(1_000);
  expect(clock.realTimeUntil(start - 1)).toBe(0);
});

test("while it stands still a time to come is never reached, and one that has come is", () => {
  const clock = createClock({ start, speed: 0 });
  expect(clock.realTimeUntil(start + 1)).toBe(Number.POSITIVE_INFINITY);
  expect(clock.realTimeUntil(start)).toBe(0);
  expect(clock.realTimeUntil(start - 1)).toBe(0);
});

test("it stops with the year 9999, as times have four digits for the year", () => {
  machine(0);
  const clock = createClock({ start: latestTime - 5, speed: 1 });
  machine(1_000);
  expect(clock.now()).toBe(latestTime);
});

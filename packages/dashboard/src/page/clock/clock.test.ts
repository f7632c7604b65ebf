import { expect, test } from "vitest";
import { tickInterval, timeNow } from "./clock.ts";

const now = "2026-06-23T10:30:00.000Z";

test.each([
  [0, "2026-06-23T10:30:00.000Z"],
  [1, "2026-06-23T10:30:02.000Z"],
  [60, "2026-06-23T10:32:00.000Z"],
  [3600, "2026-06-23T12:30:00.000Z"],
])("two seconds after it was read, at speed %i, it is %s", (speed, expected) => {
  const time = timeNow({ now, speed, readAt: 5000 }, 7000);
  expect(new Date(time).toISOString()).toBe(expected);
});

test("the display is renewed often enough, and not for nothing", () => {
  expect(tickInterval(1)).toBe(1000);
  expect(tickInterval(60)).toBe(100);
  expect(tickInterval(0.5)).toBe(1000);
});

import { expect, test } from "vitest";
import { advanceTarget } from "./advance-target.ts";
import { latestTime } from "./clock.ts";

const now = Date.parse("2026-06-23T10:30:00Z");

test("it is so many seconds from now, to the millisecond, or the time itself", () => {
  expect(advanceTarget(now, { seconds: 1.0004 })).toBe(now + 1_000);
  expect(advanceTarget(now, { seconds: 0 })).toBe(now);
  expect(advanceTarget(now, { to: "2026-06-23T16:00:00+05:30" })).toBe(now);
  expect(advanceTarget(now, { to: "2026-06-24T10:30:00Z" })).toBe(now + 86_400_000);
  expect(advanceTarget(now, { to: "9999-12-31T23:59:59.999Z" })).toBe(latestTime);
});

test.each([
  [{ seconds: -1 }, "The field seconds is in the past: here it is 2026-06-23T10:30:00.000Z, "],
  [
    { to: "2026-06-23T10:29:59Z" },
    "The field to is in the past: here it is 2026-06-23T10:30:00.000Z, ",
  ],
  [{ seconds: Number.NaN }, "The field seconds is no time that there is."],
  [{ to: "2016-12-31T23:59:60Z" }, "The field to is no time that there is."],
  [{ to: "tomorrow" }, "The field to is no time that there is."],
  [{ seconds: Number.POSITIVE_INFINITY }, "The clock ends with the year 9999."],
  [{ to: "9999-12-31T23:59:59-00:01" }, "The clock ends with the year 9999."],
])("%j is none", (advance, problem) => {
  expect(advanceTarget(now, advance)).toContain(problem);
});

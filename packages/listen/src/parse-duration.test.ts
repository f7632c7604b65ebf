import { expect, test } from "vitest";
import { parseDuration } from "./parse-duration.ts";

test.each([
  ["500ms", 500],
  ["30s", 30_000],
  ["30", 30_000],
  ["1.5s", 1_500],
  ["2m", 120_000],
])("%s is %i ms", (text, duration) => {
  expect(parseDuration("--timeout", text)).toBe(duration);
});

test.each(["", "0", "0s", "-1s", "1h", "s", "1 s", "1e3", "9999999", "Infinity"])(
  "%j is no duration",
  (text) => {
    expect(() => parseDuration("--timeout", text)).toThrow(
      `--timeout must be a time as 500ms, 30s or 2m, and a day at most, not ${JSON.stringify(text)}.`,
    );
  },
);

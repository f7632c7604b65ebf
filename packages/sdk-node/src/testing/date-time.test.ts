import { expect, test } from "vitest";
import { isDateTime, millisecondsOf } from "./date-time.ts";

// That they are those of the document is tested in incoming-call.test.ts.
test.each([
  ["2126-06-24T09:00:00+05:30", true],
  ["2126-02-29T09:00:00Z", false],
  ["2126-06-24T24:00:00Z", false],
  ["2126-06-24T09:00:00+24:00", false],
  ["2126-06-30T23:59:60Z", true],
  ["2126-06-30T23:58:60Z", false],
  ["2126-06-30", false],
  ["", false],
])("%j is a time that exists: %s", (text, exists) => {
  expect(isDateTime(text)).toBe(exists);
});

test("a leap second counts as the second before it", () => {
  expect(millisecondsOf("2016-12-31T23:59:60Z")).toBe(Date.UTC(2016, 11, 31, 23, 59, 59));
  expect(millisecondsOf("2017-01-01T05:29:60.25+05:30")).toBe(
    Date.UTC(2016, 11, 31, 23, 59, 59, 250),
  );
});

test("every other time is that of the clock", () => {
  for (const time of ["2026-06-24T09:00:00+05:30", "2026-06-24T10:60:00Z", "2026-06-24T09:00:00Z"])
    expect(millisecondsOf(time)).toBe(Date.parse(time));
});

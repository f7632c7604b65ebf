import { expect, test } from "vitest";
import { withinPromotionalHours } from "./promotional-hours.ts";

const within = (from: string, to: string, time: string) =>
  withinPromotionalHours({ promotionalHours: { from, to } }, Date.parse(time));

test.each([
  ["09:59:59.999", false],
  ["10:00:00", true],
  ["20:59:59.999", true],
  ["21:00:00", false],
  ["00:00:00", false],
])("from 10:00 to 21:00, %s is in: %s", (time, expected) => {
  expect(within("10:00", "21:00", `2026-06-24T${time}+05:30`)).toBe(expected);
});

test.each([
  ["21:59:59", false],
  ["22:00:00", true],
  ["23:59:59", true],
  ["00:00:00", true],
  ["05:59:59", true],
  ["06:00:00", false],
])("from 22:00 to 06:00, over midnight, %s is in: %s", (time, expected) => {
  expect(within("22:00", "06:00", `2026-06-24T${time}+05:30`)).toBe(expected);
});

test("the time is that of India, whatever zone it is given in", () => {
  expect(within("10:00", "21:00", "2026-06-24T04:30:00Z")).toBe(true);
  expect(within("10:00", "21:00", "2026-06-24T04:29:59Z")).toBe(false);
  expect(within("10:00", "21:00", "1969-12-31T04:30:00Z")).toBe(true);
  expect(within("10:00", "00:00", "2026-06-24T23:59:00+05:30")).toBe(true);
});

test("without hours all of the day is in", () => {
  expect(withinPromotionalHours({}, 0)).toBe(true);
});

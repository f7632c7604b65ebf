import { expect, test } from "vitest";
import { dateAndTime, fromLocalField, longDate, toLocalField } from "./indian-time.ts";

const evening = "2026-06-23T19:30:05.000Z";

test("times are shown in India, where it may be the next day", () => {
  expect(dateAndTime(evening)).toBe("24 Jun, 01:00:05");
  expect(longDate(evening)).toBe("Wed, 24 Jun 2026");
});

test("a field shows Indian time, and what it holds names its offset", () => {
  expect(toLocalField(Date.parse(evening))).toBe("2026-06-24T01:00:05");
  expect(fromLocalField("2026-06-24T01:00:05")).toBe("2026-06-24T01:00:05+05:30");
  expect(fromLocalField("2026-06-24T01:00")).toBe("2026-06-24T01:00:00+05:30");
});

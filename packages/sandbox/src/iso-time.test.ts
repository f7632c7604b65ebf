import { expect, test } from "vitest";
import { latestTime } from "./clock.ts";
import { endOfIndianDay, endOfNextYear, isoMilliseconds, isoSeconds } from "./iso-time.ts";

const time = Date.parse("2026-06-23T10:30:00.987Z");

test("the API writes times to the second, cut and not rounded, and leaves out what is not known", () => {
  expect(isoSeconds(time)).toBe("2026-06-23T10:30:00Z");
  expect(isoSeconds(null)).toBeUndefined();
});

test("the control API writes them to the millisecond, and what is not known as null", () => {
  expect(isoMilliseconds(time)).toBe("2026-06-23T10:30:00.987Z");
  expect(isoMilliseconds(null)).toBeNull();
  expect(isoMilliseconds(latestTime + 1)).toBe("9999-12-31T23:59:59.999Z");
});

test("a day in India ends at 18:30 in UTC", () => {
  expect(isoMilliseconds(endOfIndianDay("2026-12-31"))).toBe("2026-12-31T18:30:00.000Z");
  expect(isoMilliseconds(endOfIndianDay("2028-02-29"))).toBe("2028-02-29T18:30:00.000Z");
});

test("the next year is that of India", () => {
  expect(endOfNextYear(Date.parse("2026-12-31T18:29:59Z"))).toBe("2027-12-31");
  expect(endOfNextYear(Date.parse("2026-12-31T18:30:00Z"))).toBe("2028-12-31");
});

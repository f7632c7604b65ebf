import { latestTime } from "./clock.ts";

/** A time as the API writes it, in UTC to the second: `2026-06-23T10:30:00Z`. */
export function isoSeconds(time: number): string;
export function isoSeconds(time: number | null): string | undefined;
export function isoSeconds(time: number | null): string | undefined {
  if (time === null) return undefined;
  const second = Math.floor(time / 1_000);
  if (second !== latest.second)
    latest = { second, text: `${new Date(time).toISOString().slice(0, -5)}Z` };
  return latest.text;
}

/** Thousands of answers are given in the same second. */
let latest = { second: Number.NaN, text: "" };

/** A time as the control API writes it, to the millisecond. One that never comes is that of the clock's end. */
export function isoMilliseconds(time: number): string;
export function isoMilliseconds(time: number | null): string | null;
export function isoMilliseconds(time: number | null): string | null {
  return time === null ? null : new Date(Math.min(time, latestTime)).toISOString();
}

const indianOffset = 5.5 * 3_600_000;

/** The end of a day in India, given as `2026-12-31`. */
export function endOfIndianDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) + 86_400_000 - indianOffset;
}

/** The last day of the year after that of a time, as `2027-12-31`. */
export function endOfNextYear(time: number): string {
  const year = new Date(time + indianOffset).getUTCFullYear() + 1;
  return `${String(Math.min(year, 9999)).padStart(4, "0")}-12-31`;
}

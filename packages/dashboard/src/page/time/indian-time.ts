// The API's customers, their rules and their phones keep Indian time, which has had one offset since 1945.
const timeZone = "Asia/Kolkata";
const offset = "+05:30";
const offsetMs = 5.5 * 3600 * 1000;

const day = new Intl.DateTimeFormat("en-IN", { timeZone, day: "numeric", month: "short" });
const dayAndYear = new Intl.DateTimeFormat("en-IN", {
  timeZone,
  day: "numeric",
  month: "short",
  year: "numeric",
});
const time = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const weekday = new Intl.DateTimeFormat("en-IN", { timeZone, weekday: "short" });

/** A time of day, as `09:00:05`. */
export const timeOfDay = (at: string | number): string => time.format(new Date(at));

/** A date without its year, as `24 Jun`. */
const shortDate = (at: string | number): string => day.format(new Date(at));

/** A date with its weekday, as `Wed, 24 Jun 2026`. */
export function longDate(at: string | number): string {
  const date = new Date(at);
  return `${weekday.format(date)}, ${dayAndYear.format(date)}`;
}

/** Date and time, as `24 Jun, 09:00:05`. */
export const dateAndTime = (at: string | number): string => `${shortDate(at)}, ${timeOfDay(at)}`;

/** What a `datetime-local` field shows for a time, as `2026-06-24T09:00:05`. */
export function toLocalField(at: number): string {
  return new Date(at + offsetMs).toISOString().slice(0, 19);
}

/** The API's form of what a `datetime-local` field holds, as `2026-06-24T09:00:00+05:30`. */
export function fromLocalField(value: string): string {
  return `${value.length === 16 ? `${value}:00` : value}${offset}`;
}

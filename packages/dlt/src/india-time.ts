/** India keeps +05:30 all year round. */
const offsetMs = 5.5 * 60 * 60 * 1000;
const minuteMs = 60 * 1000;
const minutesOfDay = 24 * 60;

/** When a day such as `2025-11-18` begins in India, in milliseconds since 1970; NaN if there is no such day. */
export function startOfDay(date: string): number {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  // The 31st of a short month is parsed as the first of the next.
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
  return exists ? midnight - offsetMs : Number.NaN;
}

/** The minute of the day in India, from 0 to 1439. */
export function minuteOfDay(timeMs: number): number {
  const minute = Math.floor((timeMs + offsetMs) / minuteMs) % minutesOfDay;
  return minute < 0 ? minute + minutesOfDay : minute;
}

/** The minute of the day that a time such as `10:00` names; NaN if it names none. */
export function parseTime(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

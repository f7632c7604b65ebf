/** The clock and the offset of a time in RFC 3339. `Date` would take the hour 24 too. */
const clock = /T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const leapSecond = /:60(?=[.Z+-])/;

/** Whether a text is a time that exists: its day is in the calendar, and a leap second ends a day in UTC. */
export function isDateTime(text: string): boolean {
  return isDate(text.slice(0, 10)) && clock.test(text) && (!leapSecond.test(text) || endsDay(text));
}

/** The milliseconds of a time. `Date` knows no leap second, so one counts as the second before it. */
export function millisecondsOf(time: string): number {
  return Date.parse(time.replace(leapSecond, ":59"));
}

function isDate(day: string): boolean {
  // `Date` takes 30 February for a day of March.
  return !Number.isNaN(Date.parse(day)) && new Date(day).toJSON().startsWith(day);
}

function endsDay(time: string): boolean {
  return new Date(millisecondsOf(time)).toJSON().includes("T23:59:59");
}

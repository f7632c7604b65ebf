const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long after the attempt before it each attempt is made, in milliseconds. */
export const retrySchedule = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  10 * hour,
];

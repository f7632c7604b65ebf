import { longestTimer } from "./deadline.ts";
import type { SmsError } from "./errors.ts";

const firstBackoff = 500;
const longestBackoff = 8_000;

/**
 * How many milliseconds to wait before the call that failed is made again; `undefined` to give up.
 *
 * `error.retryable` has decided already whether a repetition can do harm. A wait that the API asks for is
 * kept to the millisecond, and is not cut short: when it is longer than `maxRetryAfter` seconds, the caller
 * hears of it at once instead.
 *
 * @param retry 1 for the first retry.
 */
export function retryDelay(
  error: SmsError,
  retry: number,
  { maxRetries, maxRetryAfter }: { maxRetries: number; maxRetryAfter: number },
): number | undefined {
  if (!error.retryable || retry > maxRetries) return undefined;
  if (error.retryAfter === undefined) return backoff(retry);
  const delay = error.retryAfter * 1000;
  return delay > Math.min(maxRetryAfter * 1000, longestTimer) ? undefined : delay;
}

// Half of the pause is random, so that many clients which failed together do not return together.
function backoff(retry: number): number {
  const pause = Math.min(firstBackoff * 2 ** (retry - 1), longestBackoff);
  return pause * (0.5 + Math.random() / 2);
}

/**
 * Reads a `Retry-After` header: seconds, or an HTTP date.
 *
 * @returns The seconds from now; `undefined` where there is nothing readable or the date has passed.
 */
export function readRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header);
  // Date.parse reads almost anything that begins with a number; an HTTP date begins with its weekday.
  if (!/^[A-Z]/i.test(header)) return undefined;
  // It is in UTC, also where it does not say so, as in the form of C, which ends with the year.
  const seconds = (Date.parse(header.replace(/( GMT)?$/, " GMT")) - Date.now()) / 1000;
  return seconds > 0 ? seconds : undefined;
}

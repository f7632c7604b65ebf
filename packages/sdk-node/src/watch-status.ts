import type { RequestOptions } from "./call.ts";
import { checkNumbers } from "./check-numbers.ts";
import { deadlinePassed, withinDeadline } from "./deadline.ts";
import { SmsAbortError, SmsTimeoutError } from "./errors.ts";
import { finalStatuses } from "./generated/constants.ts";
import type { MessageStatusResponse } from "./generated/operations.ts";
import type { Sleep } from "./sleep.ts";

/** How to follow a message. */
export interface WatchOptions {
  /**
   * How many milliseconds to follow the message.
   * @defaultValue 120,000
   */
  timeout?: number | undefined;
  /**
   * How many milliseconds to pause after the first question. Each pause is half as long again as the one
   * before, up to 30 seconds, and a little random.
   * @defaultValue 1,000
   */
  interval?: number | undefined;
  /** Ends it. */
  signal?: AbortSignal | undefined;
}

const longestPause = 30_000;

/** Whether a message no longer changes. A status newer than this SDK counts as one that may. */
function isFinal(status: string): boolean {
  return (finalStatuses as readonly string[]).includes(status);
}

/** Yields a message each time its status has changed, until it is final. */
export async function* watchStatus(
  messageId: string,
  getStatus: (options: RequestOptions) => Promise<MessageStatusResponse>,
  sleep: Sleep,
  { timeout = 120_000, interval = 1_000, signal }: WatchOptions = {},
): AsyncGenerator<MessageStatusResponse, void, undefined> {
  checkNumbers(1, { timeout, interval });
  const started = performance.now();
  let last = "not read yet";
  let waited = 0;
  for (let pause = 0; ; pause = Math.min(pause * 1.5 || interval, longestPause)) {
    const left = timeout - (performance.now() - started);
    const nap = pause * (0.75 + Math.random() / 2);
    const message = await withinDeadline(Math.max(left, 0), signal, async (stopped) => {
      if (nap > 0) await sleep(nap, stopped);
      waited += nap;
      // A `sleep` that a test put in does not take its time, but its time counts.
      if (waited >= timeout) throw deadlinePassed;
      return getStatus({ signal: stopped });
    }).catch((error: unknown) => {
      if (signal?.aborted)
        throw new SmsAbortError(`${messageId} is no longer followed: aborted.`, { cause: error });
      if (error === deadlinePassed)
        throw new SmsTimeoutError(
          `${messageId} has no final status after ${timeout} ms; the last one was: ${last}.`,
        );
      throw error;
    });
    if (message.status !== last) yield message;
    if (isFinal(message.status)) return;
    last = message.status;
  }
}

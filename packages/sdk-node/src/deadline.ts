/** The longest wait of a timer, in milliseconds: one that is longer would end at once. */
export const longestTimer: number = 2 ** 31 - 1;

/**
 * What a run is stopped with when its time is up. The fake API for tests throws it too, and may come from the
 * other one of the two builds, so it is the same in both.
 */
export const deadlinePassed: unique symbol = Symbol.for("gcm deadline");

/**
 * Runs something that is to end within `timeout` milliseconds and before `signal` is aborted. Otherwise its
 * own signal is aborted and the promise rejects, with `deadlinePassed` or the signal's reason, at once: what
 * ignores its signal is not waited for. Leaves neither a timer nor a listener.
 */
export function withinDeadline<Result>(
  timeout: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (reason: unknown) => {
      finish();
      reject(reason);
      controller.abort(reason);
    };
    const cancel = () => stop(signal?.reason);
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    };
    const timer = setTimeout(stop, Math.min(timeout, longestTimer), deadlinePassed);
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
    else run(controller.signal).finally(finish).then(resolve, reject);
  });
}

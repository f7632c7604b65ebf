import { withinDeadline } from "./deadline.ts";

/** Waits. Rejects with the signal's reason, and leaves no timer, when the signal is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Waits for nothing, until its time is up. */
export const sleep: Sleep = (milliseconds, signal) =>
  withinDeadline(milliseconds, signal, () => new Promise<void>(() => {})).catch((reason) => {
    if (signal?.aborted) throw reason;
  });

import { setImmediate } from "node:timers/promises";

/** The reasons of the promises that were rejected without anyone hearing of it, while something ran. */
export async function unhandledDuring(run: () => Promise<void>): Promise<unknown[]> {
  const reasons: unknown[] = [];
  const note = (reason: unknown) => reasons.push(reason);
  // The test runner listens too, and would fail the test.
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", note);
  try {
    await run();
    await setImmediate(); // Node tells of them once the microtasks are done.
    await setImmediate();
  } finally {
    process.off("unhandledRejection", note);
    for (const other of others) process.on("unhandledRejection", other);
  }
  return reasons;
}

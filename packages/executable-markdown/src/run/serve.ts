import { setTimeout as sleep } from "node:timers/promises";
import type { Program } from "../page.ts";
import type { ProcessOutcome, RunningProcess } from "../run-process.ts";
import type { PageContext } from "./page-context.ts";
import { differenceOf } from "./run-program.ts";

const longestStart = 20_000;

/** Waits until a server has written what the page says, and ends it; or until it is clear that it does not. */
export async function awaitServing(
  context: PageContext,
  { output }: Program,
  running: RunningProcess,
): Promise<ProcessOutcome> {
  let isRunning = true;
  void running.outcome.then(() => {
    isRunning = false;
  });
  const deadline = Date.now() + longestStart;
  const written = () => ({ exit: 0, stdout: running.written(), stderr: "", ended: undefined });
  while (isRunning && Date.now() < deadline && differenceOf(context, output, written()))
    await sleep(20);
  if (!isRunning) {
    const outcome = await running.outcome;
    return {
      ...outcome,
      ended: outcome.ended ?? `it does not go on serving, and ends with the code ${outcome.exit}`,
    };
  }
  const outcome = await running.end();
  return { ...outcome, exit: 0 };
}

import { setTimeout as sleep } from "node:timers/promises";

const pauseMs = 100;

/** How long one request may take: a server that is busy starting may take it and never answer. */
const longestRequestMs = 2_000;

const noAnswer = "it does not answer";

/**
 * Asks until a server answers with a status of success.
 * @param url what is asked, as `http://127.0.0.1:4010/_control/health`.
 * @param timeoutMs after how many milliseconds it gives up.
 * @throws Error with one line that has the last reason; at once where fetch never asks the port.
 */
export async function waitUntilHealthy(url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let reason: string | undefined;
  for (;;) {
    const latest = await reasonToWait(url, Math.min(longestRequestMs, deadline - Date.now()));
    if (latest === undefined) return;
    // A request that the deadline has cut short says less than the one before it.
    reason = latest === noAnswer ? (reason ?? latest) : latest;
    if (Date.now() + pauseMs >= deadline)
      throw new Error(
        `${url} is not healthy after ${timeoutMs / 1_000} s: ${reason}. Is it started, and is the address right?`,
      );
    await sleep(pauseMs);
  }
}

/** Why a server is not healthy, if it is not. */
async function reasonToWait(url: string, timeoutMs: number): Promise<string | undefined> {
  try {
    const { ok, status } = await fetch(url, {
      redirect: "manual",
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(timeoutMs))),
    });
    return ok ? undefined : `it answers ${status}`;
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError") return noAnswer;
    const cause = causeOf(error);
    if (cause === "bad port")
      throw new Error(
        `${url} cannot be asked: fetch refuses its port. Let the server listen on another.`,
      );
    return cause;
  }
}

/** What fetch hides behind "fetch failed", as `ECONNREFUSED`. */
function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? cause?.message ?? message;
}

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Problem, problemOf } from "../api/problem.ts";
import { Button } from "./button.tsx";
import { ProblemText } from "./problem.tsx";

/** What came of the last action. */
type Notice = { done: string } | { problem: Problem };

const notice = signal<Notice | undefined>(undefined);

/** Tells in words that something is done. */
function tell(done: string): void {
  notice.value = { done };
}

/**
 * Does something that the sandbox may refuse, and tells what came of it.
 * @returns whether it was done.
 */
export async function act(action: () => Promise<unknown>, done: string): Promise<boolean> {
  try {
    await action();
    tell(done);
    return true;
  } catch (thrown) {
    notice.value = { problem: problemOf(thrown) };
    return false;
  }
}

/**
 * Where actions tell what came of them, seen and heard. What went wrong stays until it is put away. A dialog
 * has a place of its own for it, because nothing outside of an open one can be heard.
 */
export function Notices() {
  const shown = notice.value;
  const isDone = shown !== undefined && "done" in shown;
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => {
      if (notice.value === shown) notice.value = undefined;
    }, 6000);
    return () => clearTimeout(timer);
  }, [shown, isDone]);
  return (
    <div class="notices">
      <div role="status">{isDone && <p class="notice notice-done">{shown.done}</p>}</div>
      <div role="alert">
        {shown && "problem" in shown && (
          <div class="notice notice-problem">
            <ProblemText problem={shown.problem} />
            <Button
              kind="quiet"
              onPress={() => {
                notice.value = undefined;
              }}
            >
              Dismiss
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

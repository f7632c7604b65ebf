import type { Control } from "../api/control.ts";
import { Time } from "../elements/time.tsx";

/** When a delivery is tried again. Events of one message reach an endpoint in their order. */
export function NextAttempt({
  delivery: { state, nextAttemptAt },
}: {
  delivery: Pick<Control["Delivery"], "state" | "nextAttemptAt">;
}) {
  if (nextAttemptAt) return <Time at={nextAttemptAt} />;
  return <span class="muted">{state === "pending" ? "after the event before" : "none"}</span>;
}

import { messageStatuses } from "@getclickmedia/sms-types";
import type { Control } from "../api/control.ts";
import { clock, timeNow } from "../clock/clock.ts";
import { Icon, type IconName } from "../elements/icons.tsx";

type Message = Pick<Control["Message"], "status" | "scheduledAt">;

const icons: Record<string, IconName> = {
  queued: "clock",
  dispatched: "tick",
  delivered: "ticks",
  failed: "cross",
  rejected: "forbidden",
};

/** How far a message has come, as a sign and a word. */
export function StatusLabel({ message: { status, scheduledAt } }: { message: Message }) {
  const waits = status === "queued" && scheduledAt !== null && isAhead(scheduledAt);
  return (
    <span class={`chip status-${status}`}>
      <Icon name={icons[status] ?? "other"} />
      {waits ? "Scheduled" : capitalized(status)}
    </span>
  );
}

/** Whether a time is still to come, by the sandbox's clock. */
export function isAhead(time: string): boolean {
  // Not followed as it ticks: when the time comes, the message changes, and is shown anew.
  const reading = clock.peek();
  return reading !== undefined && Date.parse(time) > timeNow(reading);
}

/** Whether nothing more becomes of a message. A status that is not known may still change. */
export function isFinal(status: string): boolean {
  return Object.values(messageStatuses).some(({ name, final }) => name === status && final);
}

export function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

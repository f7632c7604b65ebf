import type { WebhookEvent } from "./event.ts";
import type { ReplayGuard } from "./replay-guard.ts";

/**
 * Has an event handled, unless the guard knows it.
 * @returns the status to answer.
 * @throws what `onEvent` or the guard has thrown.
 */
export async function handleOnce(
  event: WebhookEvent,
  onEvent: (event: WebhookEvent) => unknown,
  guard: ReplayGuard | undefined,
): Promise<number> {
  const id = eventId(event);
  const token = crypto.randomUUID();
  const claim = id && (await guard?.claim(id, token));
  if (claim === "handled") return 204;
  // The other delivery may yet fail, so this one must not say that the event is stored.
  if (claim === "pending") return 503;
  let outcome: "confirm" | "release" = "release";
  try {
    await onEvent(event);
    outcome = "confirm";
  } finally {
    if (id) await guard?.[outcome](id, token);
  }
  return 204;
}

/** What a guard knows an event by; `undefined` for an event that is about no message. */
function eventId({ messageId, event }: WebhookEvent): string | undefined {
  return typeof messageId === "string" ? `${messageId}:${event}` : undefined;
}

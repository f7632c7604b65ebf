import type { DeliveryChange, StoredDelivery } from "../store/store.ts";
import { retrySchedule } from "./retry-schedule.ts";

/**
 * What an attempt makes of a delivery. One by hand can deliver it in any state, and otherwise leaves it and its
 * schedule as they are.
 * @param status what the receiver answered, if anything.
 * @param now when the attempt ended.
 */
export function outcomeOf(
  { state, tries, nextAttemptAt }: Pick<StoredDelivery, "state" | "tries" | "nextAttemptAt">,
  status: number | null,
  isByHand: boolean,
  now: number,
): DeliveryChange {
  const made = isByHand ? tries : tries + 1;
  const isSuccess = status !== null && status >= 200 && status < 300;
  const change = { tries: made, lastStatus: status };
  if (isSuccess) return { ...change, state: "delivered", nextAttemptAt: null };
  // It was stopped in the meantime, or had ended before.
  if (isByHand || state !== "pending") return { ...change, state, nextAttemptAt };
  const wait = retrySchedule[made];
  return wait === undefined
    ? { ...change, state: "failed", nextAttemptAt: null }
    : { ...change, state, nextAttemptAt: now + wait };
}

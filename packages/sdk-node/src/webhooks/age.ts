import { timestampFields } from "../generated/webhooks.ts";
import type { WebhookEvent } from "./event.ts";
import type { ParseOptions } from "./parse.ts";
import { WebhookError } from "./webhook-error.ts";

/** @throws WebhookError `age` when the event is older than `maxAge`, or does not tell. */
export function refuseOld(event: WebhookEvent, { maxAge, now = Date.now }: ParseOptions): void {
  if (maxAge === undefined) return;
  const fields: Record<string, unknown> = event;
  const isRecent = (name: string) => {
    const time = fields[name];
    // A date that is malformed is not recent.
    return typeof time === "string" && now() - Date.parse(time) <= maxAge * 1000;
  };
  if (!timestampFields.some(isRecent))
    throw new WebhookError("age", `The event is over ${maxAge} s old, or has no time.`);
}

import { WebhookError } from "./webhook-error.ts";

/**
 * Checks the limits that are set.
 * @throws WebhookError `configuration` for one that would let everything pass or nothing, as `NaN` does.
 */
export function checkLimits(limits: Record<string, unknown>): void {
  // One that is not set passes like any number.
  for (const [name, limit = 1] of Object.entries(limits))
    if (!(typeof limit === "number" && limit > 0))
      throw new WebhookError("configuration", `${name} must be a number over 0.`);
}

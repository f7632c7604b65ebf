import * as testing from "@getclickmedia/sms-sdk/testing";
import { type Check, type Outcome, outcomesOf } from "./check.ts";
import { configuration } from "./configuration.ts";
import { failures } from "./failures.ts";
import { operations } from "./operations.ts";
import { reusedConnections } from "./reused-connections.ts";
import type { Surroundings } from "./surroundings.ts";
import { webhooks } from "./webhooks.ts";

const checks: Record<string, Check> = {
  ...configuration,
  ...operations,
  ...failures,
  ...reusedConnections,
  ...webhooks,
  "the testing entry loads": async () => Object.keys(testing),
};

/** What the SDK must do on every runtime, by name. */
export const checkNames: string[] = Object.keys(checks);

/** Runs all checks, with nothing but the SDK and what every runtime has. */
export function conformance(around: Surroundings): AsyncGenerator<Outcome, void, undefined> {
  return outcomesOf(checks, around);
}

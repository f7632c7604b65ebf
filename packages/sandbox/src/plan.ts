import { plans } from "@getclickmedia/sms-types";
import type { Account } from "./registry.ts";

type PlanName = keyof typeof plans;

export function isPlan(name: string): name is PlanName {
  return Object.hasOwn(plans, name);
}

export const planNames = Object.keys(plans) as PlanName[];

/** How many requests an account may make in a second: its plan's, unless it has its own. */
export function requestsPerSecondOf({ plan, requestsPerSecond }: Account): number {
  return requestsPerSecond ?? limitsOf(plan).requestsPerSecond;
}

/** How many recipients one bulk send of an account may have. */
export function recipientsPerRequestOf({ plan }: Account): number {
  return limitsOf(plan).recipientsPerRequest;
}

function limitsOf(plan: string) {
  if (!isPlan(plan)) throw new Error(`There is no plan ${plan}.`);
  return plans[plan];
}

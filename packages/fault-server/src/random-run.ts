import { errorCodes, type OperationId, operations } from "@getclickmedia/sms-types";
import { type FaultName, faultNames } from "./faults/index.ts";
import { createRandom, type Random } from "./random.ts";

export interface RandomRun {
  /** 1 to 4 faults, in the order in which the requests meet them. */
  faults: FaultName[];
  /** The operation to call. */
  operation: OperationId;
}

/** What a send is repeated after. At any other fault it ends, and what follows is never met. */
const invitations = new Set<FaultName>([
  ...Object.values(errorCodes)
    .filter(({ retryable }) => retryable)
    .map(({ name }) => `error-${name}` as const),
  "rate-limited",
  "rate-limited-without-retry-after",
]);

/** About every second fault is such an invitation. */
const weightedFaults = faultNames.map((name) => ({
  value: name,
  weight: invitations.has(name) ? 20 : 1,
}));

/** Most runs send: reads and cancellations may be repeated without harm. */
const weightedOperations = Object.values(operations).map(({ name, method }) => ({
  value: name,
  weight: method === "POST" ? 6 : 1,
}));

/** A run to try, the same for the same seed. */
export function randomRun(seed: string | number): RandomRun {
  const random = createRandom(seed);
  const length = 1 + Math.floor(random() * 4);
  return {
    faults: Array.from({ length }, () => pick(random, weightedFaults)),
    operation: pick(random, weightedOperations),
  };
}

/** The faults of such a run alone. */
export function randomFaults(seed: string | number): FaultName[] {
  return randomRun(seed).faults;
}

function pick<Value>(random: Random, choices: { value: Value; weight: number }[]): Value {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  for (const { value, weight } of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  throw new Error("There is nothing to pick from.");
}

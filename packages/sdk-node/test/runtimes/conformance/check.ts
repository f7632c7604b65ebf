import type { Surroundings } from "./surroundings.ts";

/** Throws where the SDK does not do what the name says. What it resolves with is worth telling. */
export type Check = (around: Surroundings) => Promise<unknown>;

/** How a check came out. */
export interface Outcome {
  name: string;
  ok: boolean;
  detail: string;
}

/** In milliseconds. The longest check waits for a few short timeouts. */
const longestCheck = 10_000;

/** Runs checks one after the other. */
export async function* outcomesOf(
  checks: Record<string, Check>,
  around: Surroundings,
): AsyncGenerator<Outcome, void, undefined> {
  for (const [name, check] of Object.entries(checks)) {
    try {
      const detail = await beforeLong(check(around));
      yield { name, ok: true, detail: JSON.stringify(detail) ?? "" };
    } catch (error) {
      yield { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
    }
  }
}

function beforeLong<Result>(result: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It did not end.")), longestCheck);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** @throws Error when the two differ, as JSON has them. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`Expected ${wanted}, found ${found}.`);
}

/** What a promise is rejected with. @throws Error when it is not. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

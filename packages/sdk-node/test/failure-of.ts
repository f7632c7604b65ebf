import { expect } from "vitest";
import { SmsError } from "../src/index.ts";

/** The error with which a call fails. */
export async function failureOf(call: Promise<unknown>): Promise<SmsError> {
  const failed = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failed).toBeInstanceOf(SmsError);
  return failed as SmsError;
}

import { SmsConfigurationError } from "./errors.ts";

/** @throws SmsConfigurationError that names the first number which is none, or too small, or not whole. */
export function checkNumbers(least: number, numbers: Record<string, unknown>, whole = false): void {
  for (const [name, value] of Object.entries(numbers))
    if (!(typeof value === "number" && value >= least && (!whole || Number.isInteger(value))))
      throw new SmsConfigurationError(
        `${name} must be a ${whole ? "whole " : ""}number, ${least} or more.`,
      );
}

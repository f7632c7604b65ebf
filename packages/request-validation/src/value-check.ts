import type { ValidateFunction } from "ajv/dist/2020.js";
import type { Fault, MakeFault } from "./fault.ts";
import type { Printable } from "./printable.ts";
import { createBodyFault } from "./schema-fault.ts";

/** Says why a value does not fit, if so, as if it had been the body of a request. */
export type ValueCheck = (value: unknown) => Fault | undefined;

/** Checks values that come by another way than HTTP, as a configuration file. */
export function createValueCheck(
  validate: ValidateFunction,
  fault: MakeFault,
  printable: Printable,
): ValueCheck {
  const bodyFault = createBodyFault(fault, printable);
  return (value) => {
    if (validate(value)) return undefined;
    const error = validate.errors?.[0];
    return error ? bodyFault(error) : fault("INVALID_REQUEST", "The value is not valid.");
  };
}

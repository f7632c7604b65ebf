import { connectionFaults } from "./connection-faults.ts";
import type { Fault } from "./fault.ts";
import { redirects } from "./redirects.ts";
import { documentedErrors, refusals, timedRefusals } from "./refusals.ts";
import { reuseFaults } from "./reuse-faults.ts";
import { serverErrors, timedServerErrors } from "./server-errors.ts";
import { successFaults } from "./success-faults.ts";
import { timedTransmissionFaults, transmissionFaults } from "./transmission-faults.ts";

const timedFaults = { ...timedTransmissionFaults, ...timedRefusals, ...timedServerErrors };

const untimedFaults = {
  ...successFaults,
  ...connectionFaults,
  ...transmissionFaults,
  ...reuseFaults,
  ...documentedErrors,
  ...refusals,
  ...serverErrors,
  ...redirects,
};

/** A fault that takes a time, which can be ordered with it. */
export type TimedFaultName = keyof typeof timedFaults;
export type FaultName = keyof typeof untimedFaults | TimedFaultName;

/** Every fault by its name. */
export const faults: Record<FaultName, Fault> = { ...untimedFaults, ...timedFaults };

export const faultNames = Object.keys(faults) as FaultName[];

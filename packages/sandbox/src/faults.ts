import type { ErrorCode } from "@getclickmedia/sms-types";

/** What is done to a call instead of answering it, or beside. */
export type FaultEffect =
  | { error: ErrorCode }
  | { redirect: "https" }
  | { reset: "before" | "after" }
  | { delayMs: number };

export interface InjectedFault {
  faultId: string;
  effect: FaultEffect;
  operationId: string | null;
  accountId: string | null;
  /** `null` for a fault that stays until it is removed. */
  timesLeft: number | null;
}

/** What is broken on purpose. It is not stored: a restart mends it. */
export interface Faults {
  list(): InjectedFault[];
  add(fault: Omit<InjectedFault, "faultId">): InjectedFault;
  remove(faultId: string): boolean;
  clear(): void;
  /** The effect on a call, if any. It uses up one of the times that a fault has left. */
  take(operationId: string, accountId: string): FaultEffect | undefined;
}

export function createFaults(): Faults {
  let faults: InjectedFault[] = [];
  let added = 0;
  return {
    list: () => faults,
    add(fault) {
      added += 1;
      const injected = { faultId: `fault_${added}`, ...fault };
      faults.push(injected);
      return injected;
    },
    remove(faultId) {
      const before = faults.length;
      faults = faults.filter((fault) => fault.faultId !== faultId);
      return faults.length < before;
    },
    clear() {
      faults = [];
    },
    take(operationId, accountId) {
      const fault = faults.find(
        (each) =>
          (each.operationId ?? operationId) === operationId &&
          (each.accountId ?? accountId) === accountId,
      );
      if (!fault) return undefined;
      if (fault.timesLeft !== null) {
        fault.timesLeft -= 1;
        if (fault.timesLeft === 0) faults = faults.filter((each) => each !== fault);
      }
      return fault.effect;
    },
  };
}

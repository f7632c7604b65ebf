import type { ErrorCode } from "@getclickmedia/sms-types";
import { errorCodes, operations } from "@getclickmedia/sms-types";
import { addAccounts } from "../accounts/add-accounts.ts";
import type { NewAccount } from "../accounts/new-account.ts";
import type { Advance } from "../advance-target.ts";
import type { Core } from "../core.ts";
import type { FaultEffect } from "../faults.ts";
import { readControlSource } from "../generated.ts";
import { isoMilliseconds } from "../iso-time.ts";
import { magicRecipients } from "../magic-recipients.ts";
import { changedSettings, type SettingsChange } from "../settings.ts";
import { enterState, exampleTime } from "../states/enter-state.ts";
import { accountList } from "./account-operations.ts";
import { type ControlOperation, created, missing, noContent, ok } from "./operation.ts";

export const sandboxOperations: Record<string, ControlOperation> = {
  getHealth: async ({ core }) => {
    const messages = await core.act((transaction) => transaction.countMessages());
    return ok({ status: "ok", messages, now: isoMilliseconds(core.clock.now()) });
  },

  getControlDocument: async () => ok(await readControlSource()),

  reset: async ({ core, reset }) => {
    await core.inTurn(() => reset());
    return noContent;
  },

  enterState: async ({ core, reset, request }) => {
    const { state } = request.body as { state: string };
    const known = Object.keys(core.document["x-gcm-states"]);
    if (!known.includes(state))
      return core.fault("INVALID_REQUEST", `The field state must be one of ${known.join(", ")}.`);
    await core.inTurn(async () => {
      await reset(exampleTime(core.document));
      await enterState(core, state);
    });
    return noContent;
  },

  seed: async ({ core, request }) => {
    const { accounts } = request.body as { accounts: NewAccount[] };
    return (await core.inTurn(() => addAccounts(core, accounts))) ?? ok(await accountList(core));
  },

  getSettings: async ({ core }) => ok(core.settings),

  changeSettings: async ({ core, request }) =>
    core.inTurn(async () => {
      const value = changedSettings(core.settings, request.body as SettingsChange);
      await core.registry.change([{ kind: "settings", account: 0, id: "", value }]);
      core.settings = value;
      core.changes.note("settings");
      return ok(value);
    }),

  getClock: async ({ core }) => ok(clockOf(core)),

  setClock: async ({ core, request }) => {
    core.clock.setSpeed((request.body as { speed: number }).speed);
    await core.saveClock();
    return ok(clockOf(core));
  },

  advanceClock: async ({ core, request }) => {
    const problem = await core.advance(request.body as Advance);
    return problem ? core.fault("INVALID_REQUEST", problem) : ok(clockOf(core));
  },

  listFaults: async ({ core }) => ok({ faults: core.faults.list() }),

  injectFault: async ({ core, request }) => {
    const { effect, operationId, accountId, times } = request.body as {
      effect: FaultEffect;
      operationId?: string;
      accountId?: string;
      times?: number;
    };
    const problem = faultProblem(core, effect, operationId, accountId);
    if (problem) return core.fault("INVALID_REQUEST", problem);
    const fault = core.faults.add({
      effect,
      operationId: operationId ?? null,
      accountId: accountId ?? null,
      timesLeft: times ?? null,
    });
    core.changes.note("faults");
    return created(fault);
  },

  clearFaults: async ({ core }) => {
    core.faults.clear();
    core.changes.note("faults");
    return noContent;
  },

  removeFault: async ({ core, request }) => {
    const { faultId = "" } = request.pathParameters;
    if (!core.faults.remove(faultId)) return missing(core, `fault ${faultId}`);
    core.changes.note("faults");
    return noContent;
  },

  listMagicRecipients: async () =>
    ok({ recipients: magicRecipients.map(({ to, effect }) => ({ to, effect })) }),
};

export function clockOf({ clock }: Core) {
  return { now: isoMilliseconds(clock.now()), speed: clock.speed };
}

function faultProblem(
  core: Core,
  effect: FaultEffect,
  operationId: string | undefined,
  accountId: string | undefined,
): string | undefined {
  const codes = Object.keys(errorCodes) as ErrorCode[];
  if ("error" in effect && !codes.includes(effect.error))
    return `The field effect.error must be one of ${codes.join(", ")}.`;
  if (operationId !== undefined && !Object.hasOwn(operations, operationId))
    return `The field operationId must be one of ${Object.keys(operations).join(", ")}.`;
  if (accountId !== undefined && !core.registry.get("account", 0, accountId))
    return "The field accountId names no account of this sandbox.";
  return undefined;
}

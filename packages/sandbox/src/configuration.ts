import { readFile } from "node:fs/promises";
import { checkRules, type DltRules, defaultRules } from "@getclickmedia/sms-dlt";
import type { ApiDocument } from "@getclickmedia/sms-document";
import {
  createMakeFault,
  createPrintable,
  createValueCheck,
  keyPrefixesOf,
} from "@getclickmedia/sms-request-validation";
import type { NewAccount } from "./accounts/new-account.ts";
import { readControlDocument } from "./control/control-document.ts";
import {
  changedSettings,
  defaultSettings,
  type Settings,
  type SettingsChange,
} from "./settings.ts";

/** How a sandbox begins: `Configuration` of the control document. */
export interface Configuration {
  accounts?: NewAccount[];
  settings?: SettingsChange;
  clock?: { start?: string; speed?: number };
  dltRules?: DltRules[];
  seed?: number;
  webhooks?: { allowPrivate?: boolean; timeoutSeconds?: number };
}

/** A configuration with everything that it leaves out. */
export interface CompleteConfiguration {
  /** `undefined` for the demo account. */
  accounts: NewAccount[] | undefined;
  settings: Settings;
  /** In milliseconds; `undefined` for the real time. */
  start: number | undefined;
  speed: number;
  dltRules: readonly DltRules[];
  seed: number;
  allowPrivate: boolean;
  timeoutMs: number;
}

/**
 * Reads a configuration file.
 * @throws Error with one line that says what is wrong with it and where.
 */
export async function readConfiguration(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Cannot read the configuration ${path}: ${error.code ?? error.message}.`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The configuration ${path} is no JSON: ${(error as Error).message}`);
  }
}

/** @throws Error with one line when the value is not as the control document has it. */
export async function completeConfiguration(
  document: ApiDocument,
  value: unknown = {},
): Promise<CompleteConfiguration> {
  if (Object.keys(value as object).length > 0) await check(document, value);
  const {
    accounts,
    settings = {},
    clock = {},
    dltRules,
    seed = 1,
    webhooks = {},
  } = value as Configuration;
  const { allowPrivate = false, timeoutSeconds = 15 } = webhooks;
  return {
    accounts,
    settings: changedSettings(defaultSettings, settings),
    start: clock.start === undefined ? undefined : Date.parse(clock.start),
    speed: clock.speed ?? 1,
    dltRules: dltRules ?? defaultRules,
    seed,
    allowPrivate,
    timeoutMs: timeoutSeconds * 1_000,
  };
}

async function check(document: ApiDocument, value: unknown): Promise<void> {
  const { components } = await readControlDocument();
  const checkValue = createValueCheck(
    components.schemas.Configuration ?? {},
    createMakeFault(document),
    createPrintable(keyPrefixesOf(document)),
  );
  const fault = checkValue(value);
  if (fault) throw new Error(`The configuration is not valid. ${fault.message}`);
  const { dltRules } = value as Configuration;
  const rules = dltRules === undefined ? undefined : checkRules(dltRules);
  if (rules?.valid !== false) return;
  const problems = rules.problems.map(({ path, message }) => `dltRules${path}: ${message}`);
  throw new Error(`The configuration is not valid. ${problems.join(" ")}`);
}

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
import { loadValidators } from "./generated.ts";
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
export async function readConfiguration(path: string): Promise<object> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Cannot read the configuration ${path}: ${error.code ?? error.message}.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What the parser says would repeat some of the file, which has keys.
    throw new Error(`The configuration ${path} is no JSON. Check its commas, quotes and brackets.`);
  }
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
  throw new Error(`The configuration ${path} must be an object, as {"accounts": [...]}.`);
}

/**
 * @param timing overrules the clock of the configuration.
 * @throws Error with one line when the value is not as the control document has it.
 */
export async function completeConfiguration(
  document: ApiDocument,
  value: unknown = {},
  timing: NonNullable<Configuration["clock"]> = {},
): Promise<CompleteConfiguration> {
  // Most sandboxes start without any, and faster so.
  if (JSON.stringify([value, timing]) !== JSON.stringify([{}, {}])) {
    const check = await createCheck(document);
    check(value);
    check({ clock: timing });
  }
  const {
    accounts,
    settings = {},
    clock,
    dltRules,
    seed = 1,
    webhooks = {},
  } = value as Configuration;
  const { start, speed = 1 } = { ...clock, ...timing };
  const { allowPrivate = false, timeoutSeconds = 15 } = webhooks;
  return {
    accounts,
    settings: changedSettings(defaultSettings, settings),
    start: start === undefined ? undefined : startOf(start),
    speed,
    dltRules: dltRules ?? defaultRules,
    seed,
    allowPrivate,
    timeoutMs: timeoutSeconds * 1_000,
  };
}

function startOf(text: string): number {
  const start = Date.parse(text);
  if (!Number.isNaN(start)) return start;
  throw new Error(
    "The configuration is not valid. The field clock.start is no time that there is.",
  );
}

/** Throws an Error with one line for a value that is no configuration. */
async function createCheck(document: ApiDocument): Promise<(value: unknown) => void> {
  const { configuration } = await loadValidators("control");
  if (!configuration) throw new Error("The build has made no validator of configurations.");
  const checkValue = createValueCheck(
    configuration,
    createMakeFault(document),
    createPrintable(keyPrefixesOf(document)),
  );
  return (value) => {
    const fault = checkValue(value);
    if (fault) throw new Error(`The configuration is not valid. ${fault.message}`);
    const { dltRules } = value as Configuration;
    const rules = dltRules === undefined ? undefined : checkRules(dltRules);
    if (rules?.valid !== false) return;
    const problems = rules.problems.map(({ path, message }) => `dltRules${path}: ${message}`);
    throw new Error(`The configuration is not valid. ${problems.join(" ")}`);
  };
}

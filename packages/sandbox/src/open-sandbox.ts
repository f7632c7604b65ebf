import { addAccounts } from "./accounts/add-accounts.ts";
import { demoAccount, demoKey } from "./accounts/demo-account.ts";
import { type Api, createApi } from "./api/create-api.ts";
import { topics } from "./changes.ts";
import { createClock } from "./clock.ts";
import {
  type CompleteConfiguration,
  type Configuration,
  completeConfiguration,
} from "./configuration.ts";
import { createControl } from "./control/create-control.ts";
import { type Core, createCore } from "./core.ts";
import { loadValidators, readGeneratedDocument } from "./generated.ts";
import { isoMilliseconds } from "./iso-time.ts";
import type { Settings } from "./settings.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";
import type { Store } from "./store/store.ts";

export interface OpenOptions {
  /** The address that the sandbox answers at. */
  host?: string;
  /**
   * `frozen` stands still until it is advanced; otherwise it runs. On a file that has a time already, a `start`
   * moves it forward.
   */
  clock?: "real" | "frozen" | { start?: string; speed?: number };
  /** A file that keeps everything; by default it is kept in memory. */
  data?: string;
  /** What a configuration file can hold. */
  config?: Configuration;
  /** Names under which the control API answers, beside addresses and `localhost`. */
  allowHosts?: string[];
}

/** A sandbox that answers requests, without a server that takes them in. */
export interface OpenSandbox {
  core: Core;
  api: Api;
  control: ReturnType<typeof createControl>;
  newRequestId: () => string;
  /** A key of the first account, if it is known and opens it. */
  apiKey: string | undefined;
  /** What of the options a file that has accounts already keeps from taking effect, each in a line. */
  notes: string[];
  /** Forgets everything and starts as configured. */
  reset(): Promise<void>;
}

/**
 * Opens the store, and goes on from what is in it or begins as configured.
 * @param openStore is called once the configuration is known to be valid.
 * @throws Error with one line when the data file cannot be opened, or the configuration is not valid.
 */
export async function openSandbox(
  { host = "127.0.0.1", clock = {}, data, config, allowHosts = [] }: OpenOptions,
  openStore: () => Store = () => openSqliteStore(data),
): Promise<OpenSandbox> {
  const document = await readGeneratedDocument("api");
  const timing = typeof clock === "string" ? { speed: clock === "frozen" ? 0 : 1 } : clock;
  const configuration = await completeConfiguration(document, config, timing);
  const store = openStore();
  const core = createCore({
    document,
    store,
    clock: createClock(startOf(configuration)),
    seed: configuration.seed,
    dltRules: configuration.dltRules,
    webhookTimeoutMs: configuration.timeoutMs,
    rules: { allowPrivate: configuration.allowPrivate },
  });
  const notes = await restore(core, configuration, timing, config).catch(async (error: unknown) => {
    await core.close();
    throw error;
  });

  const newRequestId = await createRequestIds(core);
  const api = createApi(core, await loadValidators("api"), newRequestId);
  const reset = async (start?: number): Promise<void> => {
    const runs = core.registry.get("runs", 0, "");
    await core.dispatcher.pause();
    await store.transaction((transaction) => transaction.clear());
    await core.registry.load();
    core.faults.clear();
    core.settle.forget();
    api.forgetRequests();
    const configured = startOf(configuration);
    core.clock.restart(start ?? configured.start, configured.speed);
    await begin(core, configuration);
    // A run after this one must not repeat its request ids.
    await core.registry.change([{ kind: "runs", account: 0, id: "", value: runs }]);
    core.dispatcher.resume();
    core.changes.note(...topics);
  };
  const hosts = [host, ...allowHosts];
  const control = createControl({ core, newRequestId, hosts, reset });
  const key = configuration.accounts ? configuration.accounts[0]?.keys?.[0]?.key : demoKey;

  return {
    core,
    api,
    control,
    newRequestId,
    notes,
    apiKey: key !== undefined && core.accountWithKey(key) ? key : undefined,
    reset: () => core.inTurn(() => reset()),
  };
}

function startOf({ start = Date.now(), speed }: CompleteConfiguration) {
  return { start, speed };
}

/**
 * Goes on from what the store has; an empty one is filled as configured.
 * @param timing is what was asked of the clock beside the configuration.
 * @returns what of it all is not taken, each in a line.
 */
async function restore(
  core: Core,
  configuration: CompleteConfiguration,
  timing: NonNullable<Configuration["clock"]>,
  config: Configuration = {},
): Promise<string[]> {
  const { registry, clock } = core;
  await registry.load();
  if (registry.accounts().length === 0) {
    await begin(core, configuration);
    return [];
  }
  await renewDemoAccount(core);
  const settings = registry.get("settings", 0, "") as Settings | undefined;
  core.settings = settings ?? configuration.settings;
  const last = registry.get("clock", 0, "");
  if (last) clock.restart(last.now + Math.max(0, Date.now() - last.real) * last.speed, last.speed);
  // The machine's clock may have been set back in the meantime.
  clock.moveTo(await core.store.transaction((transaction) => transaction.lastBooking()));
  const { speed, start } = timing;
  if (speed !== undefined) clock.setSpeed(speed);
  const isBehind = start !== undefined && Date.parse(start) < clock.now();
  if (start !== undefined) clock.moveTo(Date.parse(start));
  await core.act(async () => undefined);
  await core.saveClock();
  core.dispatcher.wake();

  const own = [
    ...(config.accounts ? ["accounts"] : []),
    ...(config.clock ? ["clock"] : []),
    ...(config.settings && settings ? ["settings"] : []),
  ];
  return [
    ...(isBehind
      ? [
          `The clock begins at ${isoMilliseconds(clock.now())} and not at ${start}: the data file is that far, and it goes forward only.`,
        ]
      : []),
    ...(own.length > 0
      ? [
          `The data file has its own ${own.join(" and ")}, so those of the configuration are not taken. POST /_sandbox/reset empties it and takes them.`,
        ]
      : []),
  ];
}

/** Lets the demo account of a file from before accounts could renew do so, if it has the day that it came with. */
async function renewDemoAccount({ document, registry, accountWithKey }: Core): Promise<void> {
  const { accountId, expiresAt } = demoAccount(document);
  const account = accountWithKey(demoKey);
  if (account?.accountId !== accountId || account.expiresAt !== expiresAt) return;
  if (account.renews !== undefined) return;
  const value = { ...account, renews: true };
  await registry.change([{ kind: "account", account: 0, id: accountId, value }]);
}

async function begin(core: Core, configuration: CompleteConfiguration): Promise<void> {
  core.settings = configuration.settings;
  const accounts = configuration.accounts ?? [{ ...demoAccount(core.document), renews: true }];
  const fault = await addAccounts(core, accounts);
  if (fault) throw new Error(`The configuration is not valid. ${fault.message}`);
  await core.saveClock();
}

/** Request ids that repeat neither within a run nor in the next one on the same data. */
async function createRequestIds(core: Core): Promise<() => string> {
  const run = (core.registry.get("runs", 0, "") ?? 0) + 1;
  await core.registry.change([{ kind: "runs", account: 0, id: "", value: run }]);
  let requests = 0;
  return () => {
    requests += 1;
    return core.ids.request.of((run % 256) * 2 ** 32 + (requests % 2 ** 32));
  };
}

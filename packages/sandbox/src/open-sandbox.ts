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
import type { Settings } from "./settings.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";
import type { Store } from "./store/store.ts";

export interface OpenOptions {
  /** The address that the sandbox answers at. */
  host?: string;
  /** `frozen` stands still until it is advanced; otherwise it runs. */
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
  await restore(core, configuration).catch(async (error: unknown) => {
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
  const hosts = new Set([host, ...allowHosts].map((name) => name.toLowerCase()));
  const control = createControl({ core, newRequestId, hosts, reset });
  const key = configuration.accounts ? configuration.accounts[0]?.keys?.[0]?.key : demoKey;

  return {
    core,
    api,
    control,
    newRequestId,
    apiKey: key !== undefined && core.accountWithKey(key) ? key : undefined,
    reset: () => core.inTurn(() => reset()),
  };
}

function startOf({ start = Date.now(), speed }: CompleteConfiguration) {
  return { start, speed };
}

/** Goes on from what the store has; an empty one is filled as configured. */
async function restore(core: Core, configuration: CompleteConfiguration): Promise<void> {
  const { registry, clock } = core;
  await registry.load();
  if (registry.accounts().length === 0) return begin(core, configuration);
  core.settings =
    (registry.get("settings", 0, "") as Settings | undefined) ?? configuration.settings;
  const kept = registry.get("clock", 0, "");
  if (kept) clock.restart(kept.now + Math.max(0, Date.now() - kept.real) * kept.speed, kept.speed);
  // The machine's clock may have been set back in the meantime.
  clock.moveTo(await core.store.transaction((transaction) => transaction.lastBooking()));
  await core.act(async () => undefined);
  core.dispatcher.wake();
}

async function begin(core: Core, configuration: CompleteConfiguration): Promise<void> {
  core.settings = configuration.settings;
  const accounts = configuration.accounts ?? [demoAccount(core.document, core.clock.now())];
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

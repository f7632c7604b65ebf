import type { RequestLog } from "@getclickmedia/sms-api-server";
import { readDocument } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { baseUrl } from "@getclickmedia/sms-types";
import { addAccounts } from "./accounts/add-accounts.ts";
import { demoAccount, demoKey } from "./accounts/demo-account.ts";
import { createApi } from "./api/create-api.ts";
import { createClock } from "./clock.ts";
import {
  type CompleteConfiguration,
  type Configuration,
  completeConfiguration,
} from "./configuration.ts";
import { createControl } from "./control/create-control.ts";
import { type Core, createCore } from "./core.ts";
import { createSandboxServer } from "./server.ts";
import type { Settings } from "./settings.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";

export interface SandboxOptions {
  /** Where to listen; 0 takes any free port. By default 4020. */
  port?: number;
  /** The address to listen on, `127.0.0.1` by default. */
  host?: string;
  /** `frozen` stands still until it is advanced; otherwise it runs. */
  clock?: "real" | "frozen" | { start?: string; speed?: number };
  /** A file that keeps everything; by default it is kept in memory. */
  data?: string;
  /** What a configuration file can hold. */
  config?: Configuration;
  /** Names under which the control API answers, beside addresses and `localhost`. */
  allowHosts?: string[];
  /** Told of every answered request. */
  log?: RequestLog;
}

export interface Sandbox {
  /** What a client takes as its base URL, as `http://127.0.0.1:4020/v1`. */
  url: string;
  /** Where the control API is, as `http://127.0.0.1:4020/_sandbox`. */
  controlUrl: string;
  /** Where the dashboard is. */
  dashboardUrl: string;
  port: number;
  /** A key of the first account, if the sandbox has been started with one that it can show. */
  apiKey: string | undefined;
  /** Moves the clock forward, and resolves when all that became due has happened. */
  advance(time: { seconds: number } | { to: string }): Promise<void>;
  /** Forgets everything and starts as configured. */
  reset(): Promise<void>;
  /** Stops the server and every open connection. */
  close(): Promise<void>;
}

/** Where the sandbox listens unless told otherwise. */
export const defaultPort = 4020;

/**
 * Starts a sandbox and resolves once it answers.
 *
 * @example
 * ```ts
 * const sandbox = await startSandbox({ port: 0, clock: "frozen" });
 * const client = new SmsClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
 * const { messageId } = await client.send(message);
 * await sandbox.advance({ seconds: 2 });
 * (await client.getStatus(messageId)).status; // "delivered"
 * await sandbox.close();
 * ```
 * @throws Error with one line when the port is taken, the data file cannot be opened, or the configuration
 * is not valid.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = defaultPort,
    host = "127.0.0.1",
    clock = {},
    data,
    log,
    allowHosts = [],
  } = options;
  const document = await readDocument();
  const timing = typeof clock === "string" ? { speed: clock === "frozen" ? 0 : 1 } : clock;
  const configured = { ...options.config, clock: { ...options.config?.clock, ...timing } };
  const configuration = await completeConfiguration(document, configured);
  const store = openSqliteStore(data);
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
  const api = createApi(core, newRequestId);
  const reset = async (start?: number): Promise<void> => {
    await core.dispatcher.pause();
    await store.transaction((transaction) => transaction.clear());
    await core.registry.load();
    core.faults.clear();
    core.settle.forget();
    api.forgetRequests();
    const { start: configuredStart = Date.now(), speed } = configuration;
    core.clock.restart(start ?? configuredStart, speed);
    await begin(core, configuration);
    core.dispatcher.resume();
    core.changes.note("messages", "batches", "ledger", "accounts", "keys", "headers", "templates");
    core.changes.note("endpoints", "deliveries", "faults", "settings", "clock");
  };
  const control = createControl({
    core,
    newRequestId,
    hosts: new Set([host, ...allowHosts]),
    reset,
  });
  const server = createSandboxServer({ core, api, control, newRequestId, log });
  const { origin, ...listening } = await listen(server, port, host).catch(
    async (error: unknown) => {
      await core.close();
      throw error;
    },
  );

  return {
    url: `${origin}${new URL(baseUrl).pathname}`,
    controlUrl: `${origin}/_sandbox`,
    dashboardUrl: `${origin}/`,
    port: listening.port,
    apiKey: configuration.accounts ? configuration.accounts[0]?.keys?.[0]?.key : demoKey,
    advance: (time) =>
      core.advance("to" in time ? Date.parse(time.to) : core.clock.now() + time.seconds * 1_000),
    reset: () => reset(),
    async close() {
      await listening.close();
      await core.close();
    },
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

import { hash } from "node:crypto";
import type { DltRules } from "@getclickmedia/sms-dlt";
import type { ApiDocument } from "@getclickmedia/sms-document";
import {
  createMakeFault,
  createPrintable,
  keyPrefixesOf,
  type MakeFault,
  type Printable,
} from "@getclickmedia/sms-request-validation";
import { type Advance, advanceTarget } from "./advance-target.ts";
import { type Changes, createChanges } from "./changes.ts";
import type { Clock } from "./clock.ts";
import { createDlt, type Dlt } from "./dlt.ts";
import { createEmit, type Emit } from "./events.ts";
import { createFaults, type Faults } from "./faults.ts";
import { idPrefix } from "./id-prefix.ts";
import { createIds, type Ids } from "./ids.ts";
import { type Account, createRegistry, type Registry, type ThingChange } from "./registry.ts";
import { type AcceptSend, createAcceptSend } from "./sending/accept-sends.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { createSettle, type Looking, type Settle } from "./settle.ts";
import type { Store, StoredMessage, Transaction } from "./store/store.ts";
import { createTurns, type InTurn } from "./turns.ts";
import { createDispatcher, type Dispatcher } from "./webhooks/dispatcher.ts";
import { createSign, type Sign } from "./webhooks/sign.ts";
import type { TargetRules } from "./webhooks/target.ts";

/** What both APIs of the sandbox work on. */
export interface Core {
  document: ApiDocument;
  fault: MakeFault;
  printable: Printable;
  clock: Clock;
  store: Store;
  registry: Registry;
  settings: Settings;
  faults: Faults;
  changes: Changes;
  emit: Emit;
  settle: Settle;
  dispatcher: Dispatcher;
  sign: Sign;
  rules: TargetRules;
  webhookTimeoutMs: number;
  ids: Record<"message" | "batch" | "event" | "delivery" | "entry" | "request" | "thing", Ids>;
  /** The types of message that the document knows. */
  messageTypes: string[];
  dlt: Dlt;
  acceptSend: AcceptSend;
  messageId(message: StoredMessage): string;
  /** A new id such as `key_1a2b3c4d5e`, for what has no row. Store `counterChange` with what has it. */
  newThingId(prefix: string): string;
  counterChange(): ThingChange;
  accountWithKey(key: string): Account | undefined;
  /** Runs work that decides by the registry or the settings how it changes them: one at a time. */
  inTurn: InTurn;
  /** Runs work in a transaction in which everything that is due has already happened. */
  act<Result>(
    work: (transaction: Transaction, now: number) => Promise<Result>,
    looking?: Looking,
  ): Promise<Result>;
  /** Looks into the agenda again, as what its orders bring about has changed. */
  settleAgain(): Promise<void>;
  /**
   * Moves the clock forward, and lets everything on the way happen in its order. Calls follow each other: a
   * distance counts from where the one before has ended.
   * @returns why it cannot be, if so.
   */
  advance(advance: Advance): Promise<string | undefined>;
  /** Keeps the time, so that a restart goes on from it and takes nothing back that has happened by then. */
  keepTime(transaction: Transaction): Promise<void>;
  /** Keeps the time after the clock was moved or its speed changed. */
  saveClock(): Promise<void>;
  /** Whether what is still under way can only fail. */
  readonly isClosed: boolean;
  close(): Promise<void>;
}

export interface CoreOptions {
  document: ApiDocument;
  store: Store;
  clock: Clock;
  /** Makes other ids out of the same history. */
  seed: number;
  dltRules: readonly DltRules[];
  webhookTimeoutMs: number;
  rules: TargetRules;
}

/** The shortest sleep until something is due, in milliseconds: what is due together happens together. */
const shortestSleep = 5;
/** The longest that a timer of Node can sleep. */
const longestSleep = 2 ** 31 - 1;

export function createCore(options: CoreOptions): Core {
  const { document, store, clock, seed, webhookTimeoutMs, rules } = options;
  const registry = createRegistry(store);
  const changes = createChanges();
  const ids = createAllIds(document, seed);
  const messageId = ({ row, publicId }: StoredMessage) => publicId ?? ids.message.of(row);
  const sign = createSign(document);
  const dispatcher = createDispatcher({
    store,
    registry,
    clock,
    sign,
    timeoutMs: webhookTimeoutMs,
    rules,
    changed: () => changes.note("deliveries", "endpoints"),
    scheduled: () => arm(),
  });
  const record = createEmit(document, registry, messageId);
  const emit: Emit = async (transaction, messages, at, status) => {
    const deliveries = await record(transaction, messages, at, status);
    if (deliveries > 0) dispatcher.expect(at);
    return deliveries;
  };
  const settle = createSettle(registry, emit, changes);
  let timer: NodeJS.Timeout | undefined;
  let timerDue = Number.POSITIVE_INFINITY;
  let isClosed = false;
  const inAdvance = createTurns();

  /** Sees to it that what is due next happens, even if no request comes. */
  const arm = (): void => {
    const due = Math.min(settle.next, dispatcher.next);
    if (isClosed || due >= timerDue) return;
    const sleep = clock.realTimeUntil(due);
    if (sleep === Number.POSITIVE_INFINITY) return;
    clearTimeout(timer);
    timerDue = due;
    timer = setTimeout(catchUp, Math.min(longestSleep, Math.max(shortestSleep, sleep)));
  };
  const catchUp = (): void => {
    timerDue = Number.POSITIVE_INFINITY;
    core
      .act(async () => undefined)
      .catch((error: unknown) => {
        if (!isClosed) console.error("gcm-sandbox: a fault in what is due:", error);
      });
  };

  const core: Core = {
    document,
    fault: createMakeFault(document),
    printable: createPrintable(keyPrefixesOf(document)),
    clock,
    store,
    registry,
    settings: defaultSettings,
    faults: createFaults(),
    changes,
    emit,
    settle,
    dispatcher,
    sign,
    rules,
    webhookTimeoutMs,
    ids,
    messageTypes: document.components.schemas.MessageType?.enum as string[],
    dlt: createDlt(options.dltRules, () => core.settings),
    acceptSend: createAcceptSend(() => core),
    messageId,
    newThingId(prefix) {
      const last = registry.get("counter", 0, "") ?? 0;
      registry.keep({ kind: "counter", account: 0, id: "", value: last + 1 });
      return `${prefix}_${ids.thing.of(last + 1)}`;
    },
    counterChange: () => ({
      kind: "counter",
      account: 0,
      id: "",
      value: registry.get("counter", 0, ""),
    }),
    accountWithKey: (key) => registry.accountWithKey(hashKey(key)),
    inTurn: createTurns(),
    async act(work, looking = "looking") {
      let hasRun = false;
      try {
        return await store.transaction(async (transaction) => {
          const now = clock.now();
          // Run again, it finds undone what had been settled.
          if (hasRun) settle.forget();
          hasRun = true;
          if (await settle(transaction, now, looking)) {
            await core.keepTime(transaction);
            changes.note("messages", "batches", "ledger", "deliveries");
          }
          return work(transaction, now);
        });
      } catch (error) {
        settle.forget();
        throw error;
      } finally {
        if (dispatcher.next <= clock.now()) dispatcher.wake();
        arm();
      }
    },
    async settleAgain() {
      settle.forget();
      await core.act(async () => undefined);
    },
    advance: (advance) =>
      inAdvance(async () => {
        const to = advanceTarget(clock.now(), advance);
        if (typeof to === "string") return to;
        while (!isClosed) {
          await core.act(async () => undefined);
          await dispatcher.idle();
          const due = Math.min(settle.next, dispatcher.next);
          if (due > to) break;
          clock.moveTo(due);
        }
        if (isClosed) return undefined;
        clock.moveTo(to);
        await core.act(async () => undefined);
        await dispatcher.idle();
        await core.saveClock();
        return undefined;
      }),
    async keepTime(transaction) {
      const value = { now: clock.now(), real: Date.now(), speed: clock.speed };
      await transaction.put({ kind: "clock", account: 0, id: "", value });
    },
    async saveClock() {
      await store.transaction(core.keepTime);
      changes.note("clock");
      timerDue = Number.POSITIVE_INFINITY;
      arm();
    },
    get isClosed() {
      return isClosed;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      // A reset that has begun ends first.
      await core.inTurn(async () => undefined);
      await dispatcher.close();
      await store.transaction(core.keepTime);
      await store.close();
    },
  };
  return core;
}

let lastHashed = { key: "", hash: "" };

/** A key as it is stored. A request asks for its own more than once. */
export function hashKey(key: string): string {
  if (key !== lastHashed.key) lastHashed = { key, hash: hash("sha256", key, "hex") };
  return lastHashed.hash;
}

function createAllIds(document: ApiDocument, seed: number): Core["ids"] {
  return {
    message: createIds(idPrefix(document, "MessageId"), seed),
    batch: createIds(idPrefix(document, "BatchId"), seed),
    request: createIds(idPrefix(document, "RequestId"), seed),
    event: createIds("evt_", seed),
    delivery: createIds("dlv_", seed),
    entry: createIds("led_", seed),
    thing: createIds("", seed),
  };
}

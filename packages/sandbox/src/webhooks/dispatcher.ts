import { setImmediate } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import type { Endpoint, Registry } from "../registry.ts";
import type { NewAttempt, Store, StoredDelivery } from "../store/store.ts";
import { outcomeOf } from "./outcome.ts";
import { post } from "./post.ts";
import { type Sign, secretAt } from "./sign.ts";
import type { TargetRules } from "./target.ts";

/** How many webhooks may be under way at once to one endpoint, so that a dead one leaves room to the others. */
const inFlightLimitPerEndpoint = 16;
/** And in all, which bounds the open connections. */
const inFlightLimit = 512;

export interface Dispatcher {
  /** When a delivery becomes due for which nothing else wakes the dispatcher, as far as is known. */
  readonly next: number;
  /** Takes into account that a delivery becomes due at a time. */
  expect(due: number): void;
  /** Makes the attempts that are due, and returns at once. */
  wake(): void;
  /**
   * Resolves when no attempt is due or under way.
   * @throws Error when the dispatcher is closed before.
   */
  idle(): Promise<void>;
  /** Makes one more attempt of a delivery now; `undefined` while one is under way. */
  redeliver(row: number): Promise<StoredDelivery | undefined>;
  /** Breaks off what is under way, as if it had not been begun, and makes no attempt until it resumes. */
  pause(): Promise<void>;
  resume(): void;
  /** Pauses for good. */
  close(): Promise<void>;
}

export interface DispatcherOptions {
  store: Store;
  registry: Registry;
  clock: Clock;
  sign: Sign;
  timeoutMs: number;
  rules: TargetRules;
  /** Told when an attempt was made. */
  changed: () => void;
  /** Told when `next` was decided on. */
  scheduled: () => void;
}

/**
 * Delivers webhooks at least once: an attempt that is under way when the sandbox dies is made again. Events
 * of one message reach an endpoint in their order, as each waits for the one before to be delivered or given
 * up.
 */
export function createDispatcher({
  store,
  registry,
  clock,
  sign,
  timeoutMs,
  rules,
  changed,
  scheduled,
}: DispatcherOptions): Dispatcher {
  /** The rows of the deliveries that are under way, and their endpoints. */
  const inFlight = new Map<number, string>();
  let next = Number.NEGATIVE_INFINITY;
  let pumping: Promise<void> | undefined;
  let again = false;
  const waiting: PromiseWithResolvers<void>[] = [];
  let running = new AbortController();

  const hasRoom = (endpointId: string) =>
    inFlight.size < inFlightLimit &&
    inFlight
      .values()
      .filter((each) => each === endpointId)
      .toArray().length < inFlightLimitPerEndpoint;

  /** Starts what is due and has room. The end of an attempt makes room, and wakes the dispatcher again. */
  const pump = async (): Promise<void> => {
    again = false;
    // What is expected from here on may come too late for what is read below.
    next = Number.POSITIVE_INFINITY;
    const now = clock.now();
    const { due, following } = await store.transaction(async (transaction) => ({
      due: await transaction.deliveriesDue(now, inFlightLimitPerEndpoint),
      following: await transaction.nextDeliveryDue(now),
    }));
    if (running.signal.aborted) return;
    for (const delivery of due) {
      if (inFlight.has(delivery.row) || !hasRoom(delivery.endpointId)) continue;
      void underWay(delivery, () => attempt(delivery)).catch(report);
    }
    next = Math.min(next, following);
    scheduled();
    if (inFlight.size === 0 && !again) for (const { resolve } of waiting.splice(0)) resolve();
  };

  const wake = (): void => {
    again = true;
    if (running.signal.aborted) return;
    pumping ??= pump()
      .catch(report)
      .finally(() => {
        pumping = undefined;
        if (again) wake();
      });
  };

  const underWay = async <Result>(
    { row, endpointId }: StoredDelivery,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    inFlight.set(row, endpointId);
    try {
      return await work();
    } finally {
      inFlight.delete(row);
      wake();
    }
  };

  const attempt = async (delivery: StoredDelivery): Promise<void> => {
    const { account, endpointId } = delivery;
    const endpoint = registry.get("endpoint", account, endpointId);
    if (endpoint?.enabled) return void (await deliver(delivery, endpoint, false));
    await store.transaction((transaction) => transaction.stopDeliveries(account, endpointId));
  };

  /** Makes one attempt and records it; one that is broken off by a pause leaves nothing. */
  const deliver = async (
    { row, event, body }: StoredDelivery,
    endpoint: Endpoint,
    isByHand: boolean,
  ): Promise<StoredDelivery | undefined> => {
    const { signal } = running;
    const at = clock.now();
    const { url } = endpoint;
    const requestHeaders = sign(event, body, secretAt(endpoint, at));
    const result = await post({ url, headers: requestHeaders, body, timeoutMs, rules, signal });
    if (signal.aborted) return undefined;
    return record(row, { ...result, at, url, requestHeaders }, isByHand);
  };

  const record = async (
    row: number,
    attempt: NewAttempt,
    isByHand: boolean,
  ): Promise<StoredDelivery | undefined> => {
    const now = clock.now();
    const recorded = await store.transaction(async (transaction) => {
      // Since the attempt began it may have been stopped, or the event before it been delivered.
      const delivery = await transaction.delivery(row);
      if (!delivery) return undefined;
      await transaction.addAttempt(row, attempt);
      const change = outcomeOf(delivery, attempt.status, isByHand, now);
      await transaction.changeDelivery(row, change, now);
      if (isGone(delivery, attempt))
        await transaction.stopDeliveries(delivery.account, delivery.endpointId);
      return transaction.delivery(row);
    });
    if (recorded && isGone(recorded, attempt)) await switchOff(recorded);
    changed();
    return recorded;
  };

  /** Whether an endpoint has said that it is gone, and has not moved since. */
  const isGone = ({ account, endpointId }: StoredDelivery, { status, url }: NewAttempt) =>
    status === 410 && registry.get("endpoint", account, endpointId)?.url === url;

  const switchOff = async ({ account, endpointId }: StoredDelivery): Promise<void> => {
    const endpoint = registry.get("endpoint", account, endpointId);
    if (!endpoint) return;
    const disabledReason = "It answered 410, which says that it is gone for good";
    const value = { ...endpoint, enabled: false, disabledReason };
    await registry.change([{ kind: "endpoint", account, id: endpointId, value }]);
  };

  const pause = async (): Promise<void> => {
    running.abort();
    await pumping;
    while (inFlight.size > 0) await setImmediate();
  };

  return {
    get next() {
      return next;
    },
    expect: (due) => {
      next = Math.min(next, due);
    },
    wake,
    idle() {
      const idle = Promise.withResolvers<void>();
      waiting.push(idle);
      wake();
      return idle.promise;
    },
    async redeliver(row) {
      const delivery = await store.transaction((transaction) => transaction.delivery(row));
      const endpoint = delivery && registry.get("endpoint", delivery.account, delivery.endpointId);
      if (!endpoint || inFlight.has(row)) return undefined;
      return underWay(delivery, () => deliver(delivery, endpoint, true));
    },
    pause,
    resume() {
      running = new AbortController();
      wake();
    },
    async close() {
      await pause();
      for (const { reject } of waiting.splice(0)) reject(new Error("The sandbox was closed."));
    },
  };
}

function report(error: unknown): void {
  console.error("gcm-sandbox: a fault in the delivery of webhooks:", error);
}

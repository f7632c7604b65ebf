import { setImmediate } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import type { Endpoint, Registry } from "../registry.ts";
import type { DeliveryChange, Store, StoredDelivery } from "../store/store.ts";
import { type PostResult, post } from "./post.ts";
import { retrySchedule } from "./retry-schedule.ts";
import { type Sign, secretAt } from "./sign.ts";
import type { TargetRules } from "./target.ts";

/** How many webhooks may be under way at once, and how many of them to one endpoint. */
const inFlightLimit = 64;
const inFlightLimitPerEndpoint = 16;

export interface Dispatcher {
  /** When the next delivery is due, as far as is known. */
  readonly next: number;
  /** Takes into account that a delivery has become due at a time. */
  expect(due: number): void;
  /** Makes the attempts that are due, and returns at once. */
  wake(): void;
  /** Resolves when no attempt is due or under way. */
  idle(): Promise<void>;
  /** Makes one more attempt of a delivery now; `undefined` while one is under way. */
  redeliver(row: number): Promise<StoredDelivery | undefined>;
  /** Breaks off what is under way, as if it had not been begun, and makes no attempt until it resumes. */
  pause(): Promise<void>;
  resume(): void;
}

export interface DispatcherOptions {
  store: Store;
  registry: Registry;
  clock: Clock;
  sign: Sign;
  timeoutMs: number;
  rules: TargetRules;
  changed: () => void;
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
}: DispatcherOptions): Dispatcher {
  const inFlight = new Map<number, string>();
  let next = Number.NEGATIVE_INFINITY;
  let pumping: Promise<void> | undefined;
  let again = false;
  const waiting: (() => void)[] = [];
  let running = new AbortController();

  const countInFlight = (endpointId: string) =>
    inFlight.values().reduce((count, each) => count + Number(each === endpointId), 0);
  const crowded = () =>
    [...new Set(inFlight.values())].filter((id) => countInFlight(id) >= inFlightLimitPerEndpoint);

  /** Starts what is due until there is nothing more, or no room. */
  const startDue = async (): Promise<void> => {
    for (;;) {
      const room = inFlightLimit - inFlight.size;
      if (room <= 0 || running.signal.aborted) return;
      const except = crowded();
      const due = await store.transaction((transaction) =>
        transaction.deliveriesDue(clock.now(), room + inFlight.size, except),
      );
      let started = 0;
      for (const delivery of due) {
        if (inFlight.has(delivery.row) || inFlight.size >= inFlightLimit) continue;
        if (countInFlight(delivery.endpointId) >= inFlightLimitPerEndpoint) continue;
        started += 1;
        inFlight.set(delivery.row, delivery.endpointId);
        void attempt(delivery)
          .catch(report)
          .finally(() => {
            inFlight.delete(delivery.row);
            wake();
          });
      }
      if (started === 0) return;
    }
  };

  const pump = async (): Promise<void> => {
    again = false;
    await startDue();
    const following = await store.transaction((transaction) => transaction.nextDeliveryDue());
    const isDue = following <= clock.now();
    // What is under way is still due in the store; its end wakes us.
    next = isDue && inFlight.size > 0 ? Number.POSITIVE_INFINITY : following;
    if (!isDue && inFlight.size === 0) for (const resolve of waiting.splice(0)) resolve();
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

  const attempt = async (delivery: StoredDelivery): Promise<void> => {
    const endpoint = registry.get("endpoint", delivery.account, delivery.endpointId);
    if (!endpoint?.enabled) {
      await store.transaction((transaction) =>
        transaction.stopDeliveries(delivery.account, delivery.endpointId),
      );
      return;
    }
    const { signal } = running;
    const result = await postTo(endpoint, delivery);
    if (signal.aborted) return;
    const now = clock.now();
    const tries = delivery.tries + 1;
    const wait = retrySchedule[tries];
    const change: DeliveryChange = {
      state: "pending",
      tries,
      lastStatus: result.status,
      nextAttemptAt: null,
    };
    if (isSuccess(result)) change.state = "delivered";
    else if (result.status === 410) change.state = "stopped";
    else if (wait === undefined) change.state = "failed";
    else change.nextAttemptAt = now + wait;
    await record(delivery, endpoint, result, change, now);
  };

  const postTo = async (endpoint: Endpoint, { event, body }: StoredDelivery) => {
    const at = clock.now();
    const headers = sign(event, body, secretAt(endpoint, at));
    const { signal } = running;
    const result = await post({ url: endpoint.url, headers, body, timeoutMs, rules, signal });
    return { ...result, at, url: endpoint.url, requestHeaders: headers };
  };

  const record = async (
    { row, account }: StoredDelivery,
    endpoint: Endpoint,
    result: PostResult & { at: number; url: string; requestHeaders: Record<string, string> },
    change: DeliveryChange,
    now: number,
  ): Promise<void> => {
    const gone = result.status === 410;
    await store.transaction(async (transaction) => {
      await transaction.addAttempt(row, result);
      await transaction.changeDelivery(row, change, now);
      if (gone) await transaction.stopDeliveries(account, endpoint.endpointId);
    });
    const current = registry.get("endpoint", account, endpoint.endpointId);
    if (gone && current) {
      const disabledReason = "It answered 410, which says that it is gone for good";
      const value = { ...current, enabled: false, disabledReason };
      await registry.change([{ kind: "endpoint", account, id: current.endpointId, value }]);
    }
    if (change.nextAttemptAt !== null) next = Math.min(next, change.nextAttemptAt);
    changed();
  };

  return {
    get next() {
      return next;
    },
    expect: (due) => {
      next = Math.min(next, due);
    },
    wake,
    idle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        wake();
      }),
    async redeliver(row) {
      if (inFlight.has(row)) return undefined;
      const delivery = await store.transaction((transaction) => transaction.delivery(row));
      const endpoint = delivery && registry.get("endpoint", delivery.account, delivery.endpointId);
      if (!endpoint || inFlight.has(row)) return undefined;
      inFlight.set(row, endpoint.endpointId);
      try {
        const result = await postTo(endpoint, delivery);
        const { state, tries, nextAttemptAt } = delivery;
        const change: DeliveryChange = isSuccess(result)
          ? { state: "delivered", tries, lastStatus: result.status, nextAttemptAt: null }
          : { state, tries, lastStatus: result.status, nextAttemptAt };
        await record(delivery, endpoint, result, change, clock.now());
        return await store.transaction((transaction) => transaction.delivery(row));
      } finally {
        inFlight.delete(row);
        wake();
      }
    },
    async pause() {
      running.abort();
      await pumping;
      while (inFlight.size > 0) await setImmediate();
    },
    resume() {
      running = new AbortController();
      next = Number.NEGATIVE_INFINITY;
      wake();
    },
  };
}

function isSuccess({ status }: PostResult): boolean {
  return status !== null && status >= 200 && status < 300;
}

function report(error: unknown): void {
  console.error("gcm-sandbox: a fault in the delivery of webhooks:", error);
}

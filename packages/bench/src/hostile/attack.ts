import { createRandom } from "@getclickmedia/sms-random";
import type { Answer } from "./answer.ts";
import { type Call, call } from "./call.ts";
import { boundsOf, calledOperations, type Documents } from "./documents.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { createIds } from "./ids.ts";
import { malformedHttp, slowExchange, unfinishedRequest } from "./malformed-http.ts";
import { type Oddity, randomCall } from "./random-call.ts";
import type { Record } from "./record.ts";
import { scenarios } from "./scenarios.ts";
import { key } from "./secrets.ts";

/** Makes hostile requests of a sandbox, and records what becomes of them. */
export interface Attack {
  /** Makes the n-th request of the run. */
  random(request: number): Promise<void>;
  scenario(name: string): Promise<void>;
  /** Leaves connections with half a request until the server has had enough of them. */
  leaveOpen(connections: number): Promise<void>;
  /** Lets the sandbox forget everything. */
  reset(): Promise<void>;
}

export interface AttackOptions {
  port: number;
  seed: number;
  documents: Documents;
  /** The address of a receiver of webhooks. */
  receiver: string;
  record: Record;
}

/** The server closes a request that is not whole after 30 s. */
const patienceForUnfinished = 40_000;

/** How many in a hundred of the random requests are calls, odd in one of their parts. */
const calls: [oddity: Oddity, kind: string, share: number][] = [
  ["none", "calls as documented", 35],
  ["body", "odd bodies", 27],
  ["parameters", "odd parameters", 12],
  ["headers", "odd headers", 6],
];
const slowShare = 0.3;

export function createAttack({ port, seed, documents, receiver, record }: AttackOptions): Attack {
  const ids = createIds();
  const operations = calledOperations(documents);
  const context = { operations, ids, receiver };

  const operationAt = (method: string, target: string) =>
    operations.find((each) => each.method === method && matches(each.path, target));

  async function makeCall(kind: string, what: Call): Promise<Answer | undefined> {
    const started = Date.now();
    const outcome = await call(port, what);
    record.call(kind, what, outcome, started);
    return outcome.answers[0];
  }

  async function makeExchange(kind: string, what: Exchange): Promise<void> {
    const started = Date.now();
    record.exchange(kind, what, await exchange(port, what), started);
  }

  async function makeRandomCall(kind: string, what: Call): Promise<void> {
    const isCutting = what.operation?.operationId === "injectFault";
    if (isCutting && String(what.body).includes('"reset"')) record.allowCuts(true);
    const answer = await makeCall(kind, what);
    if (answer) ids.learn(answer.body);
  }

  return {
    async random(request: number) {
      const random = createRandom(seedOf(seed, request));
      let lot = random.next() * 100;
      for (const [oddity, kind, share] of calls) {
        if (lot < share) return makeRandomCall(kind, randomCall(random, oddity, context));
        lot -= share;
      }
      if (lot < slowShare) return makeExchange("slow connections", slowExchange(random));
      return makeExchange("malformed HTTP", malformedHttp(random));
    },

    async scenario(name: string) {
      const kind = `scenario: ${name}`;
      await scenarios[name]?.({
        port,
        bounds: boundsOf(documents),
        states: Object.keys(documents.api["x-gcm-states"]),
        ask: (method, target, body, apiKey = key) =>
          makeCall(kind, {
            method,
            target,
            headers: {
              "x-api-key": apiKey,
              ...(body && { "content-type": "application/json" }),
            },
            ...(body && { body: JSON.stringify(body) }),
            operation: operationAt(method, target),
          }),
        exchange: (what) => makeExchange(kind, what),
      });
    },

    async leaveOpen(connections: number) {
      const what = { parts: [unfinishedRequest], answers: 1, patience: patienceForUnfinished };
      const all = Array.from({ length: connections }, () =>
        makeExchange("connections left open", what),
      );
      await Promise.all(all);
    },

    async reset() {
      const target = "/_sandbox/reset";
      const answer = await makeCall("resets", { method: "POST", target, headers: {} });
      if (answer?.status !== 204)
        throw new Error(`The sandbox cannot be reset: ${answer?.status ?? "there is no answer"}.`);
      ids.forget();
      record.allowCuts(false);
    },
  };
}

/** Whether a target is one of a path's template. */
function matches(path: string, target: string): boolean {
  const pattern = path.replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(target.split("?", 1)[0] ?? "");
}

/** Every request has draws of its own, so that it stays the same whatever runs beside it. */
function seedOf(seed: number, request: number): number {
  return Math.imul(seed, 0x9e3779b9) ^ Math.imul(request + 1, 0x85ebca6b);
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer, Exchange } from "@getclickmedia/sms-api-server";

import type { Core } from "../../src/core.ts";
import { readGeneratedDocument } from "../../src/generated.ts";
import { openSandbox } from "../../src/open-sandbox.ts";
import { openSqliteStore } from "../../src/store/sqlite-store.ts";
import type { NewEvent, Store, Transaction } from "../../src/store/store.ts";
import { createAnswerCheck } from "../answer-check.ts";

/** The answer to a call; `undefined` where its connection was cut. */
export type Told = { status: number; headers: Record<string, string>; text: string } | undefined;

/** A sandbox that is called without HTTP: the handlers behind its server, on a store in memory. */
export interface InProcessSandbox {
  core: Core;
  call(method: string, target: string, body?: unknown, key?: string): Promise<Told>;
  /** The webhook events since the last reset, in their order. They are not delivered. */
  events: NewEvent[];
  reset(): Promise<void>;
  close(): Promise<void>;
}

export const accountIds = ["shop", "other"] as const;
export const keyOf = (accountId: string) => `gcm_test_${accountId}`;

const start = "2026-06-23T04:30:00Z"; // 10:00 in India
const longText = `${"{#var#}".repeat(8)} — GCMDIA`;
export const templates = [
  { templateId: "1", type: "transactional", text: "Your OTP is {#var#}. — GCMDIA" },
  { templateId: "2", type: "promotional", text: "Sale: {#var#} — GCMDIA" },
  { templateId: "3", type: "transactional", text: longText },
].map((template) => ({ ...template, senderId: "GCMDIA", approved: true }));

/** Few, so that they run out and histories stay short; the other account can send a batch of many slices. */
const credits = { shop: 30, other: 300 };

const accounts = accountIds.map((accountId) => ({
  accountId,
  credits: credits[accountId],
  requestsPerSecond: 1_000_000,
  keys: [{ key: keyOf(accountId) }],
  headers: [{ senderId: "GCMDIA", approved: true }],
  templates,
  // It is there so that events are recorded; the store below lets none be delivered.
  endpoints: [{ url: "http://127.0.0.1:9/" }],
}));

/** @param isChecked whether each answer is checked against its document. */
export async function openInProcess(isChecked: boolean): Promise<InProcessSandbox> {
  const events: NewEvent[] = [];
  const { core, api, control, reset } = await openSandbox(
    { clock: { start, speed: 0 }, config: { accounts } },
    () => recordingEvents(openSqliteStore(), events),
  );
  const checkApi = createAnswerCheck(core.document);
  const checkControl = createAnswerCheck(await readGeneratedDocument("control"));

  return {
    core,
    events,
    async call(method, target, body, key) {
      const isControl = target.startsWith("/_sandbox");
      const exchange = exchangeOf(method, target, body, key);
      const answer = await (isControl ? control(exchange) : api.handle(exchange));
      if (!answer) return undefined;
      const told = toldOf(answer);
      if (isChecked) {
        const path = target.slice(isControl ? "/_sandbox".length : "/v1".length);
        (isControl ? checkControl : checkApi)(method, path, {
          status: told.status,
          mediaType: told.text === "" ? "" : "application/json",
          body: told.text === "" ? undefined : JSON.parse(told.text),
        });
      }
      return told;
    },
    async reset() {
      events.length = 0;
      await reset();
    },
    close: () => core.close(),
  };
}

function exchangeOf(method: string, target: string, body: unknown, key?: string): Exchange {
  const headers = {
    host: "localhost",
    "content-type": "application/json",
    ...(key === undefined ? {} : { "x-api-key": key }),
  };
  const request = { headers, socket: { resetAndDestroy: () => undefined } };
  return {
    method,
    target,
    headers,
    body: body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(body)),
    request: request as unknown as IncomingMessage,
    response: {} as ServerResponse,
  };
}

function toldOf({ status, headers, body }: Answer): NonNullable<Told> {
  return { status, headers, text: body === undefined ? "" : JSON.stringify(body) };
}

/** The store as it is, but that events are noted and go nowhere. */
function recordingEvents(store: Store, events: NewEvent[]): Store {
  let own: Transaction | undefined;
  let recording: Transaction | undefined;
  const recorded = (transaction: Transaction): Transaction => {
    if (recording && own === transaction) return recording;
    own = transaction;
    recording = {
      ...transaction,
      addEvent: async (event) => {
        events.push(event);
      },
      // There are none, and to look for them takes longest of all.
      deliveriesDue: async () => [],
    };
    return recording;
  };
  return {
    ...store,
    transaction: (work) => store.transaction((transaction) => work(recorded(transaction))),
  };
}

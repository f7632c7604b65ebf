import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import type { Bounds } from "./documents.ts";
import type { Exchange } from "./exchange.ts";
import { keyMark } from "./secrets.ts";
import { senderId, templateId, text } from "./valid-bodies.ts";

/** What a scenario works with. Each of its requests is counted, and each answer is checked. */
export interface Attack {
  port: number;
  bounds: Bounds;
  /** The states that the API's document declares. */
  states: string[];
  /** Makes a call, by default with the key of the account `traffic`. */
  ask(method: string, target: string, body?: object, apiKey?: string): Promise<Answer | undefined>;
  exchange(exchange: Exchange): Promise<unknown>;
}

export type Scenario = (attack: Attack) => Promise<unknown>;

const traffic = "/_sandbox/accounts/traffic";
const longest = 39_015;
const nowhere = "http://127.0.0.1:1/";

/** Requests that follow each other, and aim at one weakness. Each begins in a sandbox that has just been reset. */
export const scenarios: Record<string, Scenario> = {
  "long texts against many variables": async ({ ask, bounds }) => {
    const { templateLength } = bounds;
    const templates = [
      "{#var#}a".repeat(templateLength / 8),
      "{#var#}".repeat(templateLength / 7),
      "{#var#} ".repeat(templateLength / 8),
      "{#alphanumeric#}a".repeat(templateLength / 17),
      "{#numeric#}{#var#}".repeat(templateLength / 18),
      `${"a".repeat(templateLength - 7)}{#var#}`,
    ];
    const filled = templateLength * 4; // about as many as the variables can hold
    const texts = [
      "a".repeat(longest),
      "a".repeat(filled),
      `${"a".repeat(filled - 1)}!`,
      "ab".repeat(filled / 2),
      " a".repeat(filled / 2),
      "1".repeat(filled),
      "a\u0301".repeat(filled / 2),
    ];
    for (const matching of ["strict", "lenient"]) {
      await ask("PATCH", "/_sandbox/settings", { matching });
      for (const template of templates) {
        await ask("PUT", `${traffic}/templates/77`, templateOf(template));
        for (const message of texts)
          await ask("POST", "/v1/sms/send", sendOf({ message, templateId: "77" }));
      }
    }
  },

  "many accounts with many keys": async ({ ask }) => {
    const keys = (account: number) =>
      Array.from({ length: 25 }, (_, index) => ({ key: `gcm_test_${keyMark}${account}_${index}` }));
    const accounts = Array.from({ length: 1_000 }, (_, account) => ({
      accountId: `many-${account}`,
      keys: keys(account),
    }));
    await ask("POST", "/_sandbox/seed", { accounts });
    await many(20, () => ask("GET", "/_sandbox/accounts"));
  },

  "everything due at once": async ({ ask, bounds }) => {
    for (let endpoint = 0; endpoint < 10; endpoint++)
      await ask("POST", `${traffic}/endpoints`, { url: nowhere });
    await ask("PATCH", "/_sandbox/clock", { speed: 0 });
    const recipients = Array.from({ length: 10_000 }, (_, index) => `91${9_000_000_000 + index}`);
    const { to: _, ...bulk } = { ...sendOf({}), recipients };
    await ask("POST", "/v1/sms/bulk", bulk);
    await ask("PATCH", "/_sandbox/clock", { speed: 100_000 });
    await ask("PATCH", "/_sandbox/clock", { speed: 0 });
    await ask("GET", `${traffic}/deliveries?limit=${bounds.page}&state=failed`);
  },

  "credits at the largest number": async ({ ask, bounds }) => {
    const apiKey = `gcm_test_rich${keyMark}`;
    const account = {
      accountId: "rich",
      credits: bounds.credits,
      keys: [{ key: apiKey }],
      headers: [{ senderId, approved: true }],
      templates: [{ templateId, ...templateOf("{#var#}") }],
    };
    await ask("POST", "/_sandbox/seed", { accounts: [account] });
    // A rejected message gives its credits back.
    const send = sendOf({ to: "910000000005", message: "Hello" });
    await ask("POST", "/v1/sms/send", send, apiKey);
    await ask("POST", "/_sandbox/accounts/rich/credits", { amount: 1 });
    await ask("POST", "/_sandbox/clock/advance", { seconds: 10 });
    await ask("GET", "/_sandbox/accounts/rich/ledger");
    await ask("GET", "/v1/account/balance", undefined, apiKey);
  },

  "the end of time": async ({ ask }) => {
    await ask("POST", "/v1/sms/send", sendOf({ scheduleAt: "9999-12-31T23:59:59-23:59" }));
    await ask("PATCH", traffic, { expiresAt: "9999-12-31" });
    await ask("POST", "/_sandbox/clock/advance", { to: "9999-12-30T23:59:59.999Z" });
    await ask("POST", `${traffic}/credits`, { amount: 1_000 });
    await ask("POST", `${traffic}/endpoints`, { url: nowhere });
    await ask("POST", "/v1/sms/send", sendOf({}));
    await ask("PATCH", "/_sandbox/clock", { speed: 100_000 });
    await sleep(2_000);
    await ask("POST", `${traffic}/credits`, { amount: 1_000 });
    await ask("POST", "/v1/sms/send", sendOf({}));
    await ask("POST", "/_sandbox/clock/advance", { seconds: 3_155_760_000 });
    await ask("POST", "/_sandbox/seed", { accounts: [{ accountId: "late" }] });
    for (const path of [
      "clock",
      "health",
      "accounts",
      "accounts/traffic/messages",
      "accounts/traffic/ledger",
    ])
      await ask("GET", `/_sandbox/${path}`);
    await ask("GET", `${traffic}/deliveries`);
    await ask("PATCH", "/_sandbox/clock", { speed: 0 });
  },

  "delays whose clients leave": async ({ ask, exchange }) => {
    const fault = { effect: { delayMs: 600_000 }, operationId: "getBalance", times: 20 };
    await ask("POST", "/_sandbox/faults", fault);
    await many(20, () =>
      exchange({
        parts: [
          `GET /v1/account/balance HTTP/1.1\r\nhost: localhost\r\nx-api-key: gcm_test_${keyMark}\r\n\r\n`,
        ],
        patience: 200,
      }),
    );
  },

  "streams that nobody reads": async ({ ask, exchange, port }) => {
    const stream = "GET /_sandbox/changes HTTP/1.1\r\nhost: localhost\r\n\r\n";
    const readers = Array.from({ length: 200 }, () => unread(port, stream));
    await ask("PATCH", "/_sandbox/clock", { speed: 1 });
    for (let change = 0; change < 20; change++) {
      await ask("POST", "/v1/sms/send", sendOf({}));
      await sleep(50);
    }
    await exchange({
      parts: [stream.replace("GET", "HEAD").replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n")],
      isHead: () => true,
      answers: 1,
      patience: 2_000,
    });
    for (const reader of readers) reader.destroy();
  },

  "lists of long texts": async ({ ask, port, bounds }) => {
    const message = "\u0001".repeat(bounds.templateLength);
    await ask("PUT", `${traffic}/templates/77`, templateOf(message));
    const send = sendOf({ message, templateId: "77", unicode: true });
    for (let sent = 0; sent < bounds.page; sent++) await ask("POST", "/v1/sms/send", send);
    const list = `${traffic}/messages?limit=${bounds.page}`;
    await many(4, () => ask("GET", list));
    const readers = Array.from({ length: 20 }, () =>
      unread(port, `GET ${list} HTTP/1.1\r\nhost: localhost\r\n\r\n`),
    );
    await sleep(2_000);
    for (const reader of readers) reader.destroy();
  },

  "the document, many at a time": ({ ask }) => many(60, () => ask("GET", "/_sandbox/openapi.json")),

  "webhooks to the sandbox itself": async ({ ask, port }) => {
    const paths = ["reset", "clock/advance", "changes", "webhooks", "health"];
    for (const path of [...paths.map((each) => `_sandbox/${each}`), "v1/sms/send"]) {
      await ask("POST", `${traffic}/endpoints`, { url: `http://127.0.0.1:${port}/${path}` });
      await ask("POST", "/v1/sms/send", sendOf({}));
      await ask("POST", "/_sandbox/clock/advance", { seconds: 30 });
    }
  },

  "every state": async ({ ask, states }) => {
    for (const state of states) {
      await ask("POST", "/_sandbox/states", { state });
      await ask("GET", "/_sandbox/accounts");
      await ask("GET", "/v1/account/balance", undefined, "gcm_test_demo");
    }
    await ask("POST", "/_sandbox/faults", { effect: { error: "NO_SUCH_CODE" } });
    await ask("DELETE", "/_sandbox/faults");
  },
};

function sendOf(change: object) {
  const send = { to: "919876543210", message: text, senderId, templateId, type: "transactional" };
  return { ...send, ...change };
}

function templateOf(template: string) {
  return { senderId, type: "transactional", text: template };
}

async function many(times: number, work: () => Promise<unknown>): Promise<void> {
  await Promise.all(Array.from({ length: times }, work));
}

/** A connection that asks, and then reads nothing. */
function unread(port: number, request: string): Socket {
  const socket = connect(port, "127.0.0.1").pause();
  socket.on("error", () => undefined);
  socket.write(request);
  return socket;
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/index.ts";

export const apiKey = "gcm_test_webhooks";

export interface Endpoint {
  endpointId: string;
  url: string;
  enabled: boolean;
  disabledReason: string | null;
  secret: string;
  signsWithNewSecretFrom: string | null;
}

export interface Attempt {
  number: number;
  at: string;
  url: string;
  requestHeaders: Record<string, string>;
  status: number | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
  error: string | null;
}

export interface Delivery {
  deliveryId: string;
  eventId: string;
  event: string;
  messageId: string;
  endpointId: string;
  state: string;
  attemptCount: number;
  lastStatus: number | null;
  nextAttemptAt: string | null;
  body: string;
  attempts: Attempt[];
}

/** A sandbox with one account, until the end of the test, and what the tests of webhooks do with it. */
export interface WebhookSandbox extends Sandbox {
  /** Calls the control API for the account. */
  call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>;
  addEndpoint(url: string, secret?: string): Promise<Endpoint>;
  endpoint(endpointId: string): Promise<Endpoint | undefined>;
  /** Sends one message and answers its id. */
  send(to?: string, more?: object): Promise<string>;
  /** Sends to many and answers the id of the batch. */
  sendBulk(recipients: string[], more?: object): Promise<string>;
  cancel(batchId: string): Promise<void>;
  /** Every delivery that there is, the first one first, with its attempts. */
  deliveries(query?: string): Promise<Delivery[]>;
  redeliver(delivery: Delivery | undefined): Promise<{ status: number; delivery: Delivery }>;
}

export const mobile = "919876543210";

/** The clock stands still at first, at 10:30 in UTC. */
export const start = "2026-06-23T10:30:00.000Z";

const message = { message: "Hello", senderId: "GCMDIA", templateId: "1", type: "transactional" };

export async function startWebhookSandbox({
  config,
  ...options
}: SandboxOptions = {}): Promise<WebhookSandbox> {
  const account = {
    accountId: "demo",
    plan: "Enterprise",
    requestsPerSecond: 1_000_000,
    credits: 1_000_000,
    keys: [{ key: apiKey }],
    headers: [{ senderId: message.senderId, approved: true }],
    templates: [
      { templateId: "1", senderId: message.senderId, type: message.type, text: message.message },
    ],
  };
  const sandbox = await startSandbox({
    port: 0,
    clock: { start, speed: 0 },
    config: { accounts: [account], ...config },
    ...options,
  });
  onTestFinished(() => sandbox.close());

  const request = async (url: string, method: string, body?: object, headers = {}) => {
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  const api = async (method: string, path: string, body?: object) => {
    const answer = await request(`${sandbox.url}${path}`, method, body, { "x-api-key": apiKey });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const call = (method: string, path: string, body?: object) =>
    request(`${sandbox.controlUrl}/accounts/demo${path}`, method, body);

  return {
    ...sandbox,
    call,
    async addEndpoint(url, secret) {
      const answer = await call("POST", "/endpoints", { url, ...(secret && { secret }) });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body;
    },
    async endpoint(endpointId) {
      const { body } = await call("GET", "/endpoints");
      return body.endpoints.find((each: Endpoint) => each.endpointId === endpointId);
    },
    send: async (to = mobile, more = {}) =>
      (await api("POST", "/sms/send", { to, ...message, ...more })).messageId,
    sendBulk: async (recipients, more = {}) =>
      (await api("POST", "/sms/bulk", { recipients, ...message, ...more })).batchId,
    cancel: (batchId) => api("DELETE", `/sms/schedule/${batchId}`),
    async deliveries(query = "") {
      const { body } = await call("GET", `/deliveries?limit=200${query}`);
      const ids = body.deliveries.map(({ deliveryId }: Delivery) => deliveryId).reverse();
      const found = ids.map((id: string) => call("GET", `/deliveries/${id}`));
      return (await Promise.all(found)).map((answer) => answer.body);
    },
    async redeliver(delivery) {
      const path = `/deliveries/${delivery?.deliveryId}/redeliver`;
      const { status, body } = await call("POST", path);
      return { status, delivery: body };
    },
  };
}

/** A path for a data file, until the end of the test. */
export async function newDataFile(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "gcm-sandbox-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return join(directory, "data.db");
}

import type { Client, LocalSend } from "./clients.ts";

// The packages that ours stands beside, each making one call like our send: a message, an email, a customer.
// They are not installed with the repository, so their types are not there: each entry names the few it needs.

type Class<Instance> = new (...options: unknown[]) => Instance;
type Create = { create(...fields: unknown[]): Promise<unknown> };
/** What does not reject on an error, but tells it. */
type Outcome = Promise<{ data?: unknown; error?: unknown }>;

const id = "4d6e0c2a-7c58-4a3e-9b1f-0a6f2f6f1d57";
const from = "447700900000";
const to = "447700900001";
const text = "Your code is 482910.";

export const peers: readonly Client[] = [
  {
    name: "openapi-fetch",
    version: "0.17.0",
    imports: "default",
    connect(
      { default: createClient }: { default(options: object): OpenapiFetchClient },
      { origin, path, headers, request }: LocalSend,
    ) {
      const client = createClient({ baseUrl: origin, headers });
      return () => dataOf(client.POST(path, { body: request }));
    },
  },
  {
    name: "svix",
    version: "2.5.0",
    imports: "Svix",
    answer: {
      path: "/api/v1/app/app_1/msg",
      body: { id, eventType: "otp.sent", payload: { text }, timestamp: "2026-01-01T00:00:00Z" },
    },
    connect({ Svix }: { Svix: Class<{ message: Create }> }, { origin }: LocalSend) {
      const { message } = new Svix("token", { serverUrl: origin });
      return () => message.create("app_1", { eventType: "otp.sent", payload: { text } });
    },
  },
  {
    name: "stripe",
    version: "23.1.0",
    imports: "default",
    answer: {
      path: "/v1/customers",
      body: { id, object: "customer", name: "A Customer", phone: to, description: text },
    },
    connect({ default: Stripe }: { default: Class<{ customers: Create }> }, { origin }: LocalSend) {
      const { hostname: host, port } = new URL(origin);
      const { customers } = new Stripe("sk_test_bench", { host, port, protocol: "http" });
      return () => customers.create({ name: "A Customer", phone: to, description: text });
    },
  },
  {
    name: "twilio",
    version: "6.2.0",
    imports: "default",
    answer: {
      path: "/2010-04-01/Accounts/AC1/Messages.json",
      body: { sid: id, status: "queued", from, to, body: text },
    },
    connect(
      { default: twilio }: { default(sid: string, token: string): TwilioClient },
      { origin }: LocalSend,
    ) {
      const client = twilio("AC1", "token");
      // There is no option for it, only the field of the domain that `messages` belongs to.
      client.api.baseUrl = origin;
      return () => client.messages.create({ from, to, body: text });
    },
  },
  {
    name: "resend",
    version: "6.38.0",
    imports: "Resend",
    answer: { path: "/emails", body: { id } },
    connect({ Resend }: { Resend: Class<ResendClient> }, { origin }: LocalSend) {
      const { emails } = new Resend("re_bench", { baseUrl: origin });
      const email = { from: "a@example.com", to: "b@example.com", subject: "Your code", text };
      return () => dataOf(emails.send(email));
    },
  },
  {
    name: "plivo",
    version: "4.79.0",
    imports: "Client",
    answer: {
      path: "/v1/Account/MA1/Message/",
      body: { message: "message(s) queued", message_uuid: [id], api_id: id },
    },
    connect({ Client: Plivo }: { Client: Class<{ messages: Create }> }, { origin }: LocalSend) {
      const { messages } = new Plivo("MA1", "token", { url: `${origin}/v1/Account/MA1` });
      return () => messages.create(from, to, text);
    },
  },
  {
    name: "@vonage/server-sdk",
    version: "3.30.1",
    imports: "Vonage",
    answer: {
      path: "/sms/json",
      body: { "message-count": "1", messages: [{ to, "message-id": id, status: "0" }] },
    },
    connect(
      { Vonage }: { Vonage: Class<{ sms: { send(message: object): Promise<unknown> } }> },
      { origin }: LocalSend,
    ) {
      const { sms } = new Vonage({ apiKey: "key", apiSecret: "secret" }, { restHost: origin });
      return () => sms.send({ from, to, text });
    },
  },
];

interface OpenapiFetchClient {
  POST(path: string, init: { body: object }): Outcome;
}

interface TwilioClient {
  api: { baseUrl: string };
  messages: Create;
}

interface ResendClient {
  emails: { send(email: object): Outcome };
}

async function dataOf(outcome: Outcome): Promise<unknown> {
  const { data, error } = await outcome;
  if (error) throw new Error(JSON.stringify(error));
  return data;
}

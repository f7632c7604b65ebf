import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import { readDocument, signatureHeader } from "@getclickmedia/sms-document";
import { type Listening, listen } from "@getclickmedia/sms-listen";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createCollection } from "../src/create-collection.ts";
import { exampleSecret } from "../src/webhook-items.ts";
import { runCollection } from "./newman-run.ts";

const document = await readDocument();
const collection = await createCollection(document);
const folder = "Delivery receipts";
const events = Object.entries(document.webhooks);
const header = events.map(([, { post }]) => signatureHeader(post)?.name ?? "")[0] ?? "";

interface Received {
  body: string;
  signature: unknown;
  type: unknown;
  key: unknown;
}

let received: Received[];
let status: number;
let receiver: Listening;
beforeEach(async () => {
  received = [];
  status = 204;
  receiver = await listen(createReceiver());
});
afterEach(() => receiver.close());

function createReceiver(): Server {
  return createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({
      body: Buffer.concat(chunks).toString(),
      signature: request.headers[header],
      type: request.headers["content-type"],
      key: request.headers["x-api-key"],
    });
    response.writeHead(status).end();
  });
}

test("every event arrives with the signature of the documented secret, and without the key", async () => {
  const variables = { webhookUrl: `${receiver.origin}/hook`, apiKey: "gcm_test_webhooks" };
  const { failures, assertions } = await runCollection(collection, variables, folder);
  expect(failures).toEqual([]);
  expect(assertions).toBe(events.length);
  expect(received.map(({ body }) => JSON.parse(body).event)).toEqual(events.map(([name]) => name));
  for (const { body, signature, type, key } of received) {
    const expected = createHmac("sha256", exampleSecret(document)).update(body).digest("hex");
    expect(signature).toBe(expected);
    expect(type).toBe("application/json");
    expect(key).toBeUndefined();
  }
  // The document signs one of its examples, byte for byte.
  const documented = events.flatMap(([, { post }]) =>
    Object.values(signatureHeader(post)?.examples ?? {}).map(({ value }) => value),
  );
  const signatures = received.map(({ signature }) => signature);
  expect(documented.every((value) => signatures.includes(value))).toBe(true);
});

test("the secret of one's own signs in its place", async () => {
  const secret = "पासवर्ड of my own";
  const variables = { webhookUrl: receiver.origin, webhookSecret: secret };
  await runCollection(collection, variables, folder);
  const [first] = received;
  expect(first?.signature).toBe(
    createHmac("sha256", secret)
      .update(first?.body ?? "")
      .digest("hex"),
  );
});

test("a receiver that refuses fails its test", async () => {
  status = 401;
  const { failures } = await runCollection(collection, { webhookUrl: receiver.origin }, folder);
  expect(failures).toHaveLength(events.length);
});

test("without a receiver nothing is sent", async () => {
  expect((await runCollection(collection, {}, folder)).answered).toEqual([]);
  expect(received).toEqual([]);
});

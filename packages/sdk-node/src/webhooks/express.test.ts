import { createServer } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import express, { type Express } from "express";
import { afterEach, expect, test, vi } from "vitest";
import { expressWebhook, signatureHeader } from "./index.ts";
import { type Receiving, testAdapter } from "./test/adapter-contract.ts";
import { events, hmac, signed } from "./test/webhook-examples.ts";

const open: Receiving[] = [];
afterEach(async () => {
  for (const receiving of open.splice(0)) await receiving.close();
});

async function serve(app: Express): Promise<Receiving> {
  const { origin, close } = await listen(createServer(app));
  return { url: `${origin}/webhooks/sms`, close };
}

testAdapter("Express", async (options) => {
  const app = express();
  app.all("/webhooks/sms", expressWebhook(options));
  app.use(express.json());
  return serve(app);
});

/** Serves a receiver behind something that reads bodies, and delivers the example to it. */
async function deliver(prepare: (app: Express) => void, body = signed.body) {
  const app = express();
  prepare(app);
  const onEvent = vi.fn();
  const onError = vi.fn();
  app.post("/webhooks/sms", expressWebhook({ secret: signed.secret, onEvent, onError }));
  const receiving = await serve(app);
  open.push(receiving);
  const headers = { "content-type": "application/json", [signatureHeader]: hmac(body) };
  const response = await fetch(receiving.url, { method: "POST", headers, body });
  return { status: response.status, text: await response.text(), onEvent, onError };
}

test.each<[string, (app: Express) => void]>([
  ["express.raw()", (app) => app.use(express.raw({ type: "*/*" }))],
  ["express.text()", (app) => app.use(express.text({ type: "*/*" }))],
  ["an express.raw() for another type", (app) => app.use(express.raw({ type: "image/png" }))],
  ["an express.json() for another type", (app) => app.use(express.json({ type: "text/html" }))],
  [
    "an express.json() that keeps the raw body",
    (app) =>
      app.use(
        express.json({
          verify: (request, _response, bytes) => Object.assign(request, { rawBody: bytes }),
        }),
      ),
  ],
  [
    "a platform that hands the raw body over beside the parsed one, as Firebase does",
    (app) =>
      app.use(async (request, _response, next) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const rawBody = Buffer.concat(chunks);
        Object.assign(request, { rawBody, body: JSON.parse(rawBody.toString()) });
        next();
      }),
  ],
])("Express: a webhook behind %s is taken", async (_, prepare) => {
  const { status, onEvent, onError } = await deliver(prepare);
  expect(onError.mock.calls).toEqual([]);
  expect(status).toBe(204);
  expect(onEvent.mock.calls).toEqual([[events["sms.delivered"]]]);
});

test.each<[string, string, (app: Express) => void]>([
  ["express.json()", "object", (app) => app.use(express.json())],
  [
    "something that read it and left nothing",
    "undefined",
    (app) =>
      app.use((request, _response, next) => {
        request.on("end", next).resume();
      }),
  ],
])(
  "Express: a webhook behind %s is answered with 500, and onError told what to do",
  async (_, type, prepare) => {
    const { status, text, onEvent, onError } = await deliver(prepare);
    expect([status, text]).toEqual([500, ""]);
    expect(onEvent).not.toHaveBeenCalled();
    expect(onError.mock.calls).toEqual([
      [
        expect.objectContaining({
          name: "WebhookError",
          reason: "configuration",
          message: `The body must be raw text or bytes, not ${type}. Take it before express.json() or any other parser, or keep it as request.rawBody.`,
        }),
        500,
      ],
    ]);
  },
);

test("Express: an empty body behind express.raw() does not hang", async () => {
  const { status } = await deliver((app) => app.use(express.raw({ type: "*/*" })), "");
  expect(status).toBe(400);
});

test("Express: a raw body over the limit is answered with 413", async () => {
  const { status } = await deliver(
    (app) => app.use(express.raw({ type: "*/*" })),
    signed.body.padEnd(65_537),
  );
  expect(status).toBe(413);
});

import { Hono } from "hono";
import { logger } from "hono/logger";
import { expect, test, vi } from "vitest";
import { honoWebhook, signatureHeader } from "./index.ts";
import { testAdapter } from "./test/adapter-contract.ts";
import { serveFetch } from "./test/serve-fetch.ts";
import { events, signed } from "./test/webhook-examples.ts";

testAdapter("Hono", async (options) => {
  const app = new Hono();
  app.use(logger(() => {}));
  app.all("/webhooks/sms", honoWebhook(options));
  return serveFetch(app.fetch);
});

const delivery = {
  method: "POST",
  headers: { [signatureHeader]: signed.signature },
  body: signed.body,
};

test("Hono: app.request() reaches it", async () => {
  const onEvent = vi.fn();
  const app = new Hono<{ Bindings: { SECRET: string } }>();
  app.post("/webhooks/sms", (context) =>
    honoWebhook({ secret: context.env.SECRET, onEvent })(context),
  );
  const response = await app.request("/webhooks/sms", delivery, { SECRET: signed.secret });
  expect(response.status).toBe(204);
  expect(onEvent.mock.calls).toEqual([[events["sms.delivered"]]]);
});

test("Hono: behind a middleware that read the body it is answered with 500", async () => {
  const onError = vi.fn();
  const app = new Hono();
  app.use(async (context, next) => {
    await context.req.json();
    await next();
  });
  app.post("/webhooks/sms", honoWebhook({ secret: signed.secret, onEvent: () => {}, onError }));
  expect((await app.request("/webhooks/sms", delivery)).status).toBe(500);
  expect(onError.mock.calls).toEqual([[expect.objectContaining({ reason: "configuration" }), 500]]);
});

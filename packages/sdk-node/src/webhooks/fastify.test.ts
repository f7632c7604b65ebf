import Fastify, { type FastifyInstance } from "fastify";
import { expect, test } from "vitest";
import { fastifyWebhook, signatureHeader } from "./index.ts";
import { testAdapter } from "./test/adapter-contract.ts";
import { signed } from "./test/webhook-examples.ts";

async function serve(app: FastifyInstance) {
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url: `${origin}/webhooks/sms`, close: () => app.close() };
}

testAdapter("Fastify", async (options) => {
  const app = Fastify({ forceCloseConnections: true });
  app.register(fastifyWebhook, { prefix: "/webhooks/sms", ...options });
  return serve(app);
});

test("Fastify: the other routes keep their parsers", async () => {
  const app = Fastify();
  app.post("/before", async ({ body }) => body);
  app.register(fastifyWebhook, {
    prefix: "/webhooks/sms",
    secret: signed.secret,
    onEvent: () => {},
  });
  app.register(async (scope) => {
    scope.post("/after", async ({ body }) => body);
  });
  for (const url of ["/before", "/after"]) {
    const parsed = await app.inject({ method: "POST", url, payload: { a: 1 } });
    expect([url, parsed.json()]).toEqual([url, { a: 1 }]);
    const headers = { "content-type": "text/csv" };
    const refused = await app.inject({ method: "POST", url, payload: "a,b", headers });
    expect([url, refused.statusCode]).toEqual([url, 415]);
  }
  await app.close();
});

test("Fastify: an injected webhook is taken, and the hooks of the app see the answer", async () => {
  const app = Fastify();
  const statuses: number[] = [];
  app.addHook("onResponse", async (_request, reply) => {
    statuses.push(reply.raw.statusCode);
  });
  app.register(fastifyWebhook, {
    prefix: "/webhooks/sms",
    secret: signed.secret,
    onEvent: () => {},
  });
  const headers = { [signatureHeader]: signed.signature, "content-type": "application/json" };
  for (const url of ["/webhooks/sms", "/webhooks/sms/"]) {
    const response = await app.inject({ method: "POST", url, headers, payload: signed.body });
    expect([url, response.statusCode, response.body]).toEqual([url, 204, ""]);
  }
  expect(statuses).toEqual([204, 204]);
  await app.close();
});

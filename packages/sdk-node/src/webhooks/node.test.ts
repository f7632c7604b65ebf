import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import { expect, test } from "vitest";
import { nodeWebhook, signatureHeader, type WebhookOptions } from "./index.ts";
import { testAdapter } from "./test/adapter-contract.ts";
import { signed } from "./test/webhook-examples.ts";

const serve = async (handler: (request: IncomingMessage, response: ServerResponse) => unknown) => {
  const { origin, close } = await listen(createServer(handler));
  return { url: `${origin}/`, close };
};

testAdapter("node:http", async (options: WebhookOptions) => serve(nodeWebhook(options)));

test("node:http: an answer that was given meanwhile stays", async () => {
  const receive = nodeWebhook({ secret: signed.secret, onEvent: () => {} });
  const { url, close } = await serve(async (request, response) => {
    response.writeHead(504).end("too late");
    await receive(request, response);
  });
  const headers = { [signatureHeader]: signed.signature };
  const response = await fetch(url, { method: "POST", headers, body: signed.body });
  expect(response.status).toBe(504);
  expect(await response.text()).toBe("too late");
  await close();
});

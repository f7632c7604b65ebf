import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Middleware,
  SmsClient,
  SmsConfigurationError,
  SmsTimeoutError,
} from "../src/index.ts";
import { answer, type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

const message = {
  to: "919876543210",
  message: "Your OTP is 482910. Valid for 10 minutes. GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890125",
  type: "transactional",
} as const;
const apiKey = "gcm_test_late0and0foreign";

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

test("a middleware that is slower than the attempt sends nothing afterwards", async () => {
  server.script(answer(500));
  const passed: unknown[] = [];
  let calls = 0;
  const late: Middleware = async ({ url, method, headers, body }, next) => {
    const text = await new Response(body).text();
    // Timers of one length end together on a busy machine, so that the last would be too early. These differ.
    await new Promise((resolve) => setTimeout(resolve, 100 + calls++));
    // Made anew, it has not the signal of the attempt.
    const sent = next(new Request(url, { method, headers, body: text }));
    passed.push(await sent.catch((error: unknown) => error));
    return sent;
  };
  const client = new SmsClient({
    apiKey,
    baseUrl: server.baseUrl,
    timeout: 50,
    middleware: [late],
    sleep: async () => {},
  });

  const sent = client.send(message);
  await expect(sent).rejects.toThrow(SmsTimeoutError);
  await expect(sent).rejects.toMatchObject({ deliveryUnknown: false });
  await expect.poll(() => passed.length).toBe(3);

  expect(server.arrivals).toEqual([]);
});

test("an error of other globals is understood, as in a test runner that gives a test its own", async () => {
  const foreign = runInNewContext(
    'new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) })',
  );
  const client = new SmsClient({
    apiKey,
    fetch: async () => {
      throw foreign;
    },
    maxRetries: 0,
  });

  await expect(client.send(message)).rejects.toMatchObject({
    message: expect.stringContaining("ECONNREFUSED"),
    deliveryUnknown: false,
    retryable: true,
  });
});

test("a controller in place of its signal is refused before anything is sent", async () => {
  server.script(answer(500));
  const client = new SmsClient({ apiKey, baseUrl: server.baseUrl });
  const signal = new AbortController() as never;

  await expect(client.send(message, { signal })).rejects.toThrow(SmsConfigurationError);

  expect(server.arrivals).toEqual([]);
});

test("a bulk call that fails with an error of somebody else is unknown, not refused", async () => {
  const client = new SmsClient({
    apiKey,
    // No server answers like this, but what stands in for `fetch` might.
    fetch: async () =>
      ({
        ok: false,
        status: 500,
        text: async () => "",
        get headers(): Headers {
          throw new Error("no headers");
        },
      }) as unknown as Response,
  });

  const { to, ...text } = message;
  const result = await client.sendBulk({ recipients: [to], ...text });

  expect(result.counts).toEqual({ accepted: 0, notAccepted: 0, unknown: 1 });
  expect(result.remaining).toEqual([]);
});

import { expect, expectTypeOf, test, vi } from "vitest";
import { fetchWebhook, signatureHeader, type WebhookOptions } from "./index.ts";
import { testAdapter } from "./test/adapter-contract.ts";
import { serveFetch } from "./test/serve-fetch.ts";
import { events, hmac, signed } from "./test/webhook-examples.ts";

testAdapter("fetch", async (options) => serveFetch(fetchWebhook(options)));

function requestWith(body: string | null = signed.body, method = "POST"): Request {
  const headers = { [signatureHeader]: signed.signature };
  return new Request("https://example.com/webhooks/sms", { method, headers, body });
}

test("fetch: it is a route handler of Next.js", async () => {
  const onEvent = vi.fn();
  const POST = fetchWebhook({ secret: () => signed.secret, onEvent });
  // What Next.js demands of a route handler.
  expectTypeOf(POST).toExtend<
    (request: Request, context: { params: Promise<object> }) => Response | Promise<Response>
  >();
  const response = await POST(requestWith());
  expect(response.status).toBe(204);
  expect(response.headers.get("allow")).toBe("POST");
  expect(onEvent.mock.calls).toEqual([[events["sms.delivered"]]]);
});

test("fetch: a body that was read before is a mistake, and not a wrong signature", async () => {
  const onError = vi.fn();
  const receive = fetchWebhook({ secret: signed.secret, onEvent: () => {}, onError });
  const request = requestWith();
  await request.json();
  expect((await receive(request)).status).toBe(500);
  expect(onError.mock.calls).toEqual([[expect.objectContaining({ reason: "configuration" }), 500]]);
});

test("fetch: a request without a body has an empty one", async () => {
  const onError = vi.fn();
  const receive = fetchWebhook({ secret: signed.secret, onEvent: () => {}, onError });
  expect((await receive(requestWith(null))).status).toBe(401);
  const request = requestWith(null);
  request.headers.set(signatureHeader, hmac(""));
  expect((await receive(request)).status).toBe(400);
});

test.each<[string, WebhookOptions["secret"]]>([
  ["a function", () => signed.secret],
  ["a function that promises", async () => ["another", signed.secret]],
])("fetch: the secret may come from %s, which is asked for every delivery", async (_, answer) => {
  const secret = vi.fn(answer as () => string);
  const receive = fetchWebhook({ secret, onEvent: () => {} });
  expect(secret).not.toHaveBeenCalled();
  expect((await receive(requestWith())).status).toBe(204);
  expect((await receive(requestWith())).status).toBe(204);
  expect(secret).toHaveBeenCalledTimes(2);
});

test("fetch: a function that has no secret, or fails, is a mistake", async () => {
  const onError = vi.fn();
  const fault = new Error("The vault is closed.");
  const secrets = [() => undefined, () => "", () => Promise.reject(fault)];
  for (const secret of secrets) {
    const receive = fetchWebhook({ secret, onEvent: () => {}, onError });
    expect((await receive(requestWith())).status).toBe(500);
  }
  expect(onError.mock.calls).toEqual([
    [expect.objectContaining({ reason: "configuration" }), 500],
    [expect.objectContaining({ reason: "configuration" }), 500],
    [fault, 500],
  ]);
});

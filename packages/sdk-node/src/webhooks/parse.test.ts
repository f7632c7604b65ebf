import { expect, test } from "vitest";
import { type ParseOptions, parse, WebhookError } from "./index.ts";
import { events, hmac, signed } from "./test/webhook-examples.ts";

const { body, secret, signature } = signed;
const delivered = events["sms.delivered"];

const parseSigned = (rawBody: string | Uint8Array, options?: ParseOptions) =>
  parse(rawBody, hmac(rawBody), secret, options);

async function reasonOf(parsing: Promise<unknown>): Promise<unknown> {
  const error = await parsing.then(
    () => expect.fail("it was taken"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WebhookError);
  return (error as WebhookError).reason;
}

for (const [name, event] of Object.entries(events)) {
  test(`${name} is read as the document shows it`, async () => {
    expect(await parseSigned(JSON.stringify(event))).toEqual(event);
  });
}

test("the signed example of the document is read from text and from bytes", async () => {
  expect(await parse(body, signature, secret)).toEqual(events["sms.delivered"]);
  expect(await parse(Buffer.from(body), [signature], ["another", secret])).toEqual(
    events["sms.delivered"],
  );
});

test("an event and a field that the document does not know are kept", async () => {
  const unknown = { event: "sms.clicked", url: "https://example.com", count: 2, nested: [null] };
  expect(await parseSigned(JSON.stringify(unknown))).toEqual(unknown);
  const extended = { ...events["sms.failed"], retries: 3 };
  expect(await parseSigned(JSON.stringify(extended))).toEqual(extended);
});

test.each([
  ["escapes", '{"event":"a\\/b","failReason":"\\u2014"}', { event: "a/b", failReason: "—" }],
  ["spaces", ' { "event" : "x" }\n', { event: "x" }],
  ["a key twice: the last counts", '{"event":"x","event":"y"}', { event: "y" }],
  ["numbers", '{"event":"x","a":1.0}', { event: "x", a: 1 }],
  ["a byte order mark", '\ufeff{"event":"x"}', { event: "x" }],
  ["a name that is empty", '{"event":""}', { event: "" }],
])("JSON is read with %s", async (_, text, event) => {
  expect(await parseSigned(text)).toEqual(event);
});

test.each([
  ["malformed", "{"],
  ["empty", ""],
  ["null", "null"],
  ["a text", '"event"'],
  ["a number", "1"],
  ["a list", '[{"event":"x"}]'],
  ["without an event", '{"messageId":"gcm_msg_1"}'],
  ["with an event that is no text", '{"event":1}'],
  ["cut off in the middle of a character", Buffer.from('{"event":"—"}').subarray(0, 12)],
  ["not in UTF-8", Buffer.from('{"event":"\xff"}', "latin1")],
])("a signed body that is %s is refused", async (_, rawBody) => {
  const error = await parseSigned(rawBody).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(WebhookError);
  expect(error.reason).toBe("body");
  expect(error.message).toBe("The body is no JSON object with an event.");
});

test("a wrong signature is refused before the body is looked at", async () => {
  const error = await parse("{", hmac("another"), secret).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(WebhookError);
  expect(error.reason).toBe("signature");
  expect(error.message).toBe(
    "The signature is not that of the body. Check the secret, and that the body is raw.",
  );
  expect(await reasonOf(parse(body, undefined, secret))).toBe("signature");
});

test("a mistake of the caller has a reason of its own", async () => {
  expect(await reasonOf(parse(JSON.parse(body), signature, secret))).toBe("configuration");
  expect(await reasonOf(parse(body, signature, undefined))).toBe("configuration");
});

test("no error holds the secret, the signature or the body", async () => {
  const parsings = await Promise.allSettled([
    parse(body, hmac("another"), secret),
    parseSigned(`{"to":"${delivered.to}"`),
    parse(JSON.parse(body), signature, secret),
    parseSigned(body, { maxAge: 1 }),
  ]);
  for (const parsing of parsings) {
    const error = parsing.status === "rejected" ? parsing.reason : undefined;
    const shown = `${error.stack} ${JSON.stringify(error)} ${JSON.stringify(error.cause)}`;
    expect(error).toBeInstanceOf(WebhookError);
    for (const text of [secret, signature, hmac("another"), delivered.to])
      expect(shown).not.toContain(text);
  }
});

test("an error says its name and its reason", () => {
  const error = new WebhookError("age", "Too old.");
  expect(String(error)).toBe("WebhookError: Too old.");
  expect(error.stack).toMatch(/^WebhookError: Too old\.\n/);
  expect(Object.keys(error)).toEqual(["reason"]);
});

const at = (time: string, seconds: number) => ({ now: () => Date.parse(time) + seconds * 1000 });

test("any age is taken unless a limit is set", async () => {
  const old = JSON.stringify({ ...delivered, queuedAt: "1999-01-01T00:00:00Z" });
  expect(await parseSigned(old)).toMatchObject({ event: "sms.delivered" });
  expect(await parseSigned(old, { maxAge: undefined })).toMatchObject({ event: "sms.delivered" });
});

test("an event is as old as the newest of its times", async () => {
  const { queuedAt, deliveredAt } = delivered;
  expect(queuedAt).not.toBe(deliveredAt);
  expect(await parseSigned(body, { maxAge: 60, ...at(deliveredAt, 60) })).toEqual(delivered);
  expect(await reasonOf(parseSigned(body, { maxAge: 60, ...at(deliveredAt, 60.001) }))).toBe("age");

  const dispatched = events["sms.dispatched"];
  const text = JSON.stringify(dispatched);
  const sentAt = dispatched.sentAt ?? "";
  expect(await parseSigned(text, { maxAge: 60, ...at(sentAt, 60) })).toEqual(dispatched);
  expect(await reasonOf(parseSigned(text, { maxAge: 60, ...at(sentAt, 61) }))).toBe("age");

  const queued = events["sms.queued"];
  const first = JSON.stringify(queued);
  expect(await parseSigned(first, { maxAge: 60, ...at(queued.queuedAt, 60) })).toEqual(queued);
  expect(await reasonOf(parseSigned(first, { maxAge: 60, ...at(queued.queuedAt, 61) }))).toBe(
    "age",
  );
});

test("a clock that is behind the API's does not refuse", async () => {
  expect(await parseSigned(body, { maxAge: 1, ...at(delivered.queuedAt, -5) })).toEqual(delivered);
});

test("by default the present time is the clock's", async () => {
  const fresh = { ...delivered, deliveredAt: new Date().toISOString() };
  expect(await parseSigned(JSON.stringify(fresh), { maxAge: 60 })).toEqual(fresh);
  expect(await reasonOf(parseSigned(body, { maxAge: 60 }))).toBe("age");
});

test("with a limit, an event that does not tell its age is refused", async () => {
  const now = Date.now();
  const times = ["yesterday", now, [new Date(now).toISOString()], { toString: 1 }, null, undefined];
  for (const queuedAt of times) {
    const text = JSON.stringify({ event: "x", queuedAt });
    const error = await parseSigned(text, { maxAge: 60 }).catch((thrown) => thrown);
    expect(error.message).toBe("The event is over 60 s old, or has no time.");
  }
});

test.each([Number.NaN, 0, -1, "60", null])("a limit of %o is a mistake", async (maxAge) => {
  const options = { maxAge } as ParseOptions;
  const mistake = { reason: "configuration", message: "maxAge must be a number over 0." };
  await expect(parseSigned(body, options)).rejects.toMatchObject(mistake);
  // Also where the event is not looked at.
  await expect(parse(body, hmac("another"), secret, options)).rejects.toMatchObject(mistake);
});

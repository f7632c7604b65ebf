import { signatureHeader, verify } from "@getclickmedia/sms-sdk/webhooks";
import { expect, test } from "vitest";
import { type Receiver, startReceiver, withStatus } from "./receiver.ts";
import { apiKey, type Endpoint, startWebhookSandbox, type WebhookSandbox } from "./sandbox.ts";

const day = 86_400;

async function start() {
  const receiver = await startReceiver();
  const sandbox = await startWebhookSandbox();
  const endpoint = await sandbox.addEndpoint(receiver.url, "first");
  return { receiver, sandbox, endpoint };
}

async function rotate(sandbox: WebhookSandbox, { endpointId }: Endpoint, body: object) {
  const answer = await sandbox.call("POST", `/endpoints/${endpointId}/secret`, body);
  expect(answer.status).toBe(200);
  return answer.body as Endpoint;
}

/** Which of some secrets has signed what is sent now. */
async function signedWith(sandbox: WebhookSandbox, receiver: Receiver, secrets: string[]) {
  const before = receiver.received.length;
  await sandbox.send("910000000007");
  await receiver.arrived(before + 1);
  const { body = "", headers } = receiver.received.at(-1) ?? {};
  const signature = headers?.[signatureHeader];
  const verified = await Promise.all(secrets.map((secret) => verify(body, signature, secret)));
  return secrets.filter((_, index) => verified[index]);
}

test("the old secret signs until the overlap has passed, and then the new one", async () => {
  const { receiver, sandbox, endpoint } = await start();
  const { secret, signsWithNewSecretFrom } = await rotate(sandbox, endpoint, {});
  expect(signsWithNewSecretFrom).toBe("2026-06-24T10:30:00.000Z");
  expect(secret).toMatch(/^whsec_[\w-]{32}$/);
  const secrets = ["first", secret];
  expect(await signedWith(sandbox, receiver, secrets)).toEqual(["first"]);
  await sandbox.advance({ seconds: day - 0.001 });
  expect(await signedWith(sandbox, receiver, secrets)).toEqual(["first"]);
  await sandbox.advance({ seconds: 0.001 });
  expect(await signedWith(sandbox, receiver, secrets)).toEqual([secret]);
  expect(await sandbox.endpoint(endpoint.endpointId)).toMatchObject({
    signsWithNewSecretFrom: null,
  });
});

test("without an overlap the new secret signs at once", async () => {
  const { receiver, sandbox, endpoint } = await start();
  const body = { overlapSeconds: 0, secret: "second" };
  expect(await rotate(sandbox, endpoint, body)).toMatchObject({
    secret: "second",
    signsWithNewSecretFrom: null,
  });
  expect(await signedWith(sandbox, receiver, ["first", "second"])).toEqual(["second"]);
});

test("rotated again within an overlap, the oldest goes on until the new overlap has passed", async () => {
  const { receiver, sandbox, endpoint } = await start();
  await rotate(sandbox, endpoint, { overlapSeconds: 100, secret: "second" });
  await sandbox.advance({ seconds: 50 });
  await rotate(sandbox, endpoint, { overlapSeconds: 100, secret: "third" });
  const secrets = ["first", "second", "third"];
  await sandbox.advance({ seconds: 99 });
  expect(await signedWith(sandbox, receiver, secrets)).toEqual(["first"]);
  await sandbox.advance({ seconds: 1 });
  expect(await signedWith(sandbox, receiver, secrets)).toEqual(["third"]);
  await rotate(sandbox, endpoint, { overlapSeconds: 100, secret: "fourth" });
  expect(await signedWith(sandbox, receiver, [...secrets, "fourth"])).toEqual(["third"]);
});

test("a retry is signed with the secret of its own time", async () => {
  const { receiver, sandbox, endpoint } = await start();
  receiver.answer = withStatus(500);
  await sandbox.send("910000000007");
  await receiver.arrived(1);
  await rotate(sandbox, endpoint, { overlapSeconds: 60, secret: "second" });
  await sandbox.advance({ seconds: 400 });
  const [one, two, three] = receiver.received;
  expect(new Set([one?.body, two?.body, three?.body]).size).toBe(1);
  const verified = [one, two, three].map((each) =>
    verify(each?.body ?? "", each?.headers[signatureHeader], "first"),
  );
  expect(await Promise.all(verified)).toEqual([true, true, false]);
  expect(await verify(three?.body ?? "", three?.headers[signatureHeader], "second")).toBe(true);
});

test("the secret is in the answer that makes it and nowhere else", async () => {
  const lines: unknown[] = [];
  const receiver = await startReceiver(withStatus(500));
  const sandbox = await startWebhookSandbox({ log: (line) => lines.push(line) });
  const { secret, ...endpoint } = await sandbox.addEndpoint(receiver.url);
  expect(secret).toMatch(/^whsec_[\w-]{32}$/);
  const rotated = await rotate(sandbox, { ...endpoint, secret }, { secret: "hush-hush" });
  expect(rotated.secret).toBe("hush-hush");
  await sandbox.send();
  await sandbox.advance({ seconds: 10 });
  const path = `/endpoints/${endpoint.endpointId}`;
  const [delivery] = await sandbox.deliveries();
  const shown = JSON.stringify([
    lines,
    await sandbox.call("GET", "/endpoints"),
    await sandbox.call("PATCH", path, { enabled: true }),
    await sandbox.call("GET", "/deliveries"),
    await sandbox.deliveries(),
    await sandbox.redeliver(delivery),
    await sandbox.call("POST", `${path}/secret`, { secret: "" }),
    receiver.received,
  ]);
  for (const hidden of [secret, "hush-hush", apiKey]) expect(shown).not.toContain(hidden);
  expect(shown).toContain(endpoint.endpointId);
});

test("every endpoint has a secret of its own", async () => {
  const { receiver, sandbox } = await start();
  const secrets = [];
  for (let count = 0; count < 5; count++)
    secrets.push((await sandbox.addEndpoint(receiver.url)).secret);
  expect(new Set(secrets).size).toBe(5);
});

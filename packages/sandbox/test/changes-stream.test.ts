import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { otp } from "./messages.ts";
import { startTestSandbox, type TestSandbox } from "./test-sandbox.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  return () => sandbox.close();
});
beforeEach(() => sandbox.reset());

interface Change {
  topics: string[];
  clock: { now: string; speed: number };
}

/** The changes of a stream as they come. */
async function* changesOf(response: Response): AsyncGenerator<Change> {
  let read = "";
  for await (const bytes of response.body ?? []) {
    read += Buffer.from(bytes).toString();
    const events = read.split("\n\n");
    read = events.pop() ?? "";
    for (const event of events) {
      const [, data] = /^event: change\ndata: (.*)$/.exec(event) ?? [];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

async function watch(): Promise<{ next(): Promise<Change>; stop(): void }> {
  const stopped = new AbortController();
  onTestFinished(() => stopped.abort());
  const response = await fetch(`${sandbox.controlUrl}/changes`, { signal: stopped.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const changes = changesOf(response);
  return {
    next: async () => (await changes.next()).value as Change,
    stop: () => stopped.abort(),
  };
}

test("whoever begins to watch is told of the steps of what was sent before", async () => {
  await sandbox.api.post("/sms/send", otp);
  const { next } = await watch();
  await next();
  await sandbox.pass(2);
  const seen = new Set<string>();
  while (!seen.has("messages")) for (const topic of (await next()).topics) seen.add(topic);
});

test("whoever watches is told at once where things stand, and then what changes", async () => {
  const { next } = await watch();
  const clock = { now: "2026-06-23T04:30:00.000Z", speed: 0 };
  expect((await next()).clock).toEqual(clock);
  await sandbox.api.post("/sms/send", otp);
  const sent = await next();
  expect(sent.topics).toEqual(expect.arrayContaining(["ledger", "messages"]));
  expect(sent.topics).not.toContain("accounts");
  await sandbox.pass(2);
  const passed = await next();
  expect(passed.topics).toEqual(expect.arrayContaining(["messages", "batches", "ledger", "clock"]));
  expect(passed.clock.now).toBe("2026-06-23T04:30:02.000Z");
  await sandbox.control.post("/accounts/demo/keys", { name: "x" });
  await sandbox.control.patch("/settings", { matching: null });
  const seen = new Set<string>();
  while (!seen.has("keys") || !seen.has("settings"))
    for (const topic of (await next()).topics) seen.add(topic);
});

test("several may watch, and one that has left disturbs nobody", async () => {
  const [first, second] = [await watch(), await watch()];
  await Promise.all([first.next(), second.next()]);
  first.stop();
  await sandbox.control.post("/faults", { effect: { delayMs: 1 } });
  expect((await second.next()).topics).toEqual(["faults"]);
});

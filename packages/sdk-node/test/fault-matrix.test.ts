import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import {
  type FaultServer,
  openRefusingPort,
  randomRun,
  startFaultServer,
  startUntrustedServer,
  unresolvableOrigin,
} from "@getclickmedia/sms-fault-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RequestOptions, SmsClient, SmsError } from "../src/index.ts";
import { call } from "./call.ts";

const apiKey = "gcm_test_ofTheFaultMatrix";
const message = {
  to: "919876543210",
  message: "Your OTP is 482910. Valid for 10 minutes. GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890125",
  type: "transactional",
} as const;

/** In which each fault is met on a busy machine too, so that the table is the same on every one. In ms. */
const patience = 1_000;

let server: FaultServer;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(async () => {
  server = await startFaultServer({ keptRuns: 200 });
  process.on("unhandledRejection", note);
});
afterAll(async () => {
  process.off("unhandledRejection", note);
  await server.close();
});

/** What became of a call, as its caller sees it. */
interface Outcome {
  error?: SmsError;
  /** Everything that a program could have written to a log. */
  output: string;
}

async function attempt(
  baseUrl: string,
  operation: string,
  args: Record<string, unknown>,
  options: RequestOptions = {},
): Promise<Outcome> {
  const seen: unknown[] = [];
  const watch = (event: unknown) => void seen.push(event);
  const client = new SmsClient({
    apiKey,
    baseUrl,
    timeout: 300,
    onRequest: watch,
    onResponse: watch,
    onRetry: watch,
    sleep: async () => {},
    ...options,
  });
  seen.push(client);
  const result = await call(client, operation, args).catch((error: SmsError) => error);
  const everything = inspect([...seen, result], { depth: 20, showHidden: true, getters: true });
  const output = everything + JSON.stringify([seen, result]);
  return result instanceof SmsError ? { error: result, output } : { output };
}

function describeOutcome({ error }: Outcome): string {
  if (!error) return "accepted";
  return `${error.name}${error.deliveryUnknown ? ", delivery unknown" : ""}`;
}

test("how often each fault is met by a send that goes on for ever", async () => {
  const rows: string[] = [];
  const row = (name: string, posts: number, outcome: Outcome) =>
    rows.push(`| ${name} | ${posts} | ${describeOutcome(outcome)} |`);
  for (const fault of server.faults) {
    const baseUrl = await server.ownPort(fault, [fault]);
    const outcome = await attempt(baseUrl, "send", message, { timeout: patience });
    const { posts = 0, accepted = 0 } = server.run(fault)?.counts ?? {};
    expect(accepted, fault).toBeLessThanOrEqual(1);
    row(fault, posts, outcome);
  }
  const untrusted = await startUntrustedServer();
  for (const [name, origin] of [
    ["nothing listens", await openRefusingPort()],
    ["the name does not resolve", unresolvableOrigin],
    ["the certificate is not trusted", untrusted.origin],
  ] as const)
    row(name, 0, await attempt(`${origin}/v1`, "send", message, { timeout: patience }));
  expect(untrusted.received()).toBe(0);
  await untrusted.close();

  const head = `# Fault matrix

What one \`send\` does when the server goes on and on with a fault: how many POSTs arrive, and what the caller is
told. Written by \`fault-matrix.test.ts\`; what each fault is stands in \`packages/fault-server\`. More than one POST
follows only on an answer that refuses the message. On a 421, which refuses too, it is Node's \`fetch\` that asks
again.

| Fault | POSTs | What the caller sees |
|---|---|---|`;
  await expect(`${[head, ...rows].join("\n")}\n`).toMatchFileSnapshot("fault-matrix.md");
}, 120_000);

test("the call after a fault is told its own answer, and nothing that was left of the one before", async () => {
  for (const fault of server.faults) {
    const id = `after-${fault}`;
    const baseUrl = await server.ownPort(id, [fault, "error-INSUFFICIENT_CREDITS"]);
    const client = new SmsClient({ apiKey, baseUrl, maxRetries: 0 });
    // On a busy machine the time may be up before the request has arrived.
    while (!server.run(id)?.counts.requests)
      await client.send(message, { timeout: 200 }).catch(() => {});

    const next = client.send({ ...message, to: "919876543211" });

    await expect(next, fault).rejects.toMatchObject({ code: "INSUFFICIENT_CREDITS", status: 402 });
    expect(server.run(id)?.counts.accepted, fault).toBeLessThanOrEqual(1);
    server.forget(id);
  }
}, 120_000);

const operations = operationsOf(await readDocument());

/** What the document's first example gives an operation. */
function argumentsOf(operation: string): Record<string, unknown> {
  const { requestBody, parameters = [] } =
    operations.find(({ operationId }) => operationId === operation) ?? {};
  const [body] = examplesOf(requestBody);
  if (body) return { ...(body[1].value as object), message: message.message };
  const [id] = Object.values(parameters[0]?.examples ?? {});
  return { id: id?.value };
}

test("10,000 random runs send nothing twice, and the caller is told the truth", async () => {
  const outcomes = { accepted: 0, refused: 0, unknown: 0 };
  let seed = 0;
  const work = async () => {
    while (seed < 10_000) {
      const id = String(seed++);
      const { faults, operation } = randomRun(id);
      const outcome = await attempt(server.baseUrl(id, faults), operation, argumentsOf(operation));
      const { posts = 0, accepted = 0 } = server.run(id)?.counts ?? {};
      server.forget(id);

      const run = `seed ${id}: ${operation} met ${faults.join(", ")}`;
      expect(accepted, run).toBeLessThanOrEqual(1);
      expect(outcome.output, run).not.toContain(apiKey);
      if (posts === 0) continue; // It only read, or cancelled.
      expect(outcome.output, run).not.toContain(message.message);
      if (outcome.error?.deliveryUnknown) outcomes.unknown += 1;
      else if (outcome.error) {
        outcomes.refused += 1;
        expect(accepted, `${run}, and the caller heard that nothing was accepted`).toBe(0);
      } else {
        outcomes.accepted += 1;
        expect(accepted, `${run}, and the caller heard that it was accepted`).toBe(1);
      }
    }
  };
  await Promise.all(Array.from({ length: 64 }, work));

  // Each kind of ending has really been met, and often.
  for (const [ending, count] of Object.entries(outcomes))
    expect(count, ending).toBeGreaterThan(100);
  expect(unhandled).toEqual([]);
}, 300_000);

test("neither a timer nor a listener is left behind", async () => {
  const abort = new AbortController();
  const timers = () => process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
  const before = timers();
  for (const fault of [
    "ok",
    "reset-after-read",
    "stall-after-read",
    "half-response-stall",
  ] as const) {
    const client = new SmsClient({
      apiKey,
      baseUrl: server.baseUrl(`left-${fault}`, [fault]),
      timeout: 200,
    });
    await client.send(message, { signal: abort.signal }).catch(() => {});
  }

  expect(getEventListeners(abort.signal, "abort")).toEqual([]);
  expect(timers()).toBeLessThanOrEqual(before);
});

test.each(["rate-limited-1s", "rate-limited-date-2s"] as const)(
  "%s is waited out, to the end",
  async (fault) => {
    const times: number[] = [];
    let until = 0;
    const client = new SmsClient({
      apiKey,
      baseUrl: server.baseUrl(`wait-${fault}`, [fault, "ok"]),
      onRequest: () => times.push(Date.now()),
      onResponse: ({ headers }) => {
        const after = headers.get("retry-after");
        if (after)
          until = Number.isNaN(Number(after))
            ? Date.parse(after)
            : Date.now() + Number(after) * 1000;
      },
    });

    await client.send(message);

    // That it is not late either is measured by the benchmarks. A timer may be a millisecond early.
    expect(times[1]).toBeGreaterThanOrEqual(until - 1);
  },
);

import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { outputDifference } from "../compare-output.ts";
import { freePort } from "../free-port.ts";
import type { Program } from "../page.ts";
import type { ProcessOutcome, RunningProcess } from "../run-process.ts";
import { webhookExample } from "../webhook-example.ts";
import { circumstances, Failure } from "./failure.ts";
import type { PageContext } from "./page-context.ts";

const longestStart = 20_000;
const longestHandling = 2_000;
const noRequests = { exchanges: [], outside: [] };

/**
 * Starts a receiver, breaks a request off, posts the example of a webhook to it, and then forged ones.
 * @throws Failure where it refuses the example, accepts or handles a forged one, or does not outlive them all.
 */
export async function receiveWebhook(
  { toPage }: PageContext,
  program: Program,
  event: string,
  start: (variables: Record<string, string>) => Promise<RunningProcess>,
): Promise<ProcessOutcome> {
  const { body, headers, secret } = await webhookExample(event);
  const port = await freePort();
  const running = await start({ PORT: String(port), GCM_WEBHOOK_SECRET: secret });
  let isRunning = true;
  void running.outcome.then(() => {
    isRunning = false;
  });
  const fail = async (message: string): Promise<never> => {
    const outcome = await running.end();
    throw new Failure(`${program.syntax}: ${message}${toPage(circumstances(outcome, noRequests))}`);
  };
  const post = async (text: string, sent: Record<string, string>) => {
    const answer = await fetch(`http://127.0.0.1:${port}${program.path}`, {
      method: "POST",
      headers: sent,
      body: text,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.status;
  };

  if (!(await listens(port, () => isRunning))) await fail("it does not listen on the port in PORT");
  await breakOff(port, program.path);
  const accepted = await post(body, headers);
  if (accepted === undefined || accepted < 200 || accepted > 299)
    await fail(
      `${event} with a right signature is answered with ${accepted ?? "nothing"}, and not with 2xx`,
    );
  // On a busy machine what it writes may come long after its answer, and must not be taken for what it does later.
  const deadline = Date.now() + longestHandling;
  const isHandled = () =>
    !program.output || !outputDifference(program.output, toPage(running.written()));
  while (!isHandled() && Date.now() < deadline) await sleep(30);
  const handled = await settled(running);
  const forgeries: [name: string, text: string, sent: Record<string, string>][] = [
    [`a forged ${event}`, forged(body), headers],
    [`an unsigned ${event}`, body, { "content-type": headers["content-type"] ?? "" }],
  ];
  for (const [name, text, sent] of forgeries) {
    const refused = await post(text, sent);
    if (refused === undefined || refused < 400 || refused > 499)
      await fail(`${name} is answered with ${refused ?? "nothing"}, and not with 4xx`);
    if ((await settled(running)) !== handled)
      await fail(`it handles ${name}: it writes something to stdout`);
  }
  if (!isRunning) await fail("it does not go on serving: it ends after it has refused something");
  const outcome = await running.end();
  return { ...outcome, exit: 0 };
}

/** Anybody can send half a body and leave: a receiver has to outlive it. */
async function breakOff(port: number, path: string): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
  );
  await sleep(100);
  socket.destroy();
  await sleep(100);
}

/** One byte is another one: a digit, so that it stays JSON and only the signature tells. */
function forged(body: string): string {
  return body.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
}

async function listens(port: number, isRunning: () => boolean): Promise<boolean> {
  const deadline = Date.now() + longestStart;
  while (isRunning() && Date.now() < deadline) {
    if (await canConnect(port)) return true;
    await sleep(30);
  }
  return false;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** What has been written once nothing more comes: a receiver may go on after it has answered. */
async function settled(running: RunningProcess): Promise<string> {
  let before = running.written();
  for (;;) {
    await sleep(100);
    const now = running.written();
    if (now === before) return now;
    before = now;
  }
}

import { alternate } from "../alternate.ts";
import { type ExampleSend, exampleBulk } from "../example-send.ts";
import { sendRate } from "../send-rate.ts";
import { startSandbox, storedMessages } from "../send-servers.ts";
import type { Server } from "../server.ts";
import { ratios } from "../statistics.ts";

const rounds = 21;
/** Few enough that the empty sandbox stays small beside the full one. */
const sendsEachRound = 4_000;
const recipients = 10_000;

/** Makes a data file with so many messages, through the API. */
export async function fill(send: ExampleSend, data: string, messages: number): Promise<void> {
  const sandbox = await startSandbox(send, data);
  const { path, headers, request } = await exampleBulk(recipients);
  const body = JSON.stringify(request);
  try {
    for (let stored = 0; stored < messages; stored += recipients) {
      const answer = await fetch(sandbox.url + path, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(`A bulk send was answered with ${answer.status}.`);
      await answer.arrayBuffer();
    }
    const stored = await storedMessages(sandbox);
    if (stored !== messages) throw new Error(`${stored} messages are stored, not ${messages}.`);
  } finally {
    await sandbox.stop();
  }
}

/**
 * How much slower a send is with many messages stored, round by round: the time of a send to the full sandbox
 * over that to the empty one.
 */
export async function slowdown(send: ExampleSend, empty: string, full: string): Promise<number[]> {
  const emptySandbox = await startSandbox(send, empty);
  const fullSandbox = await startSandbox(send, full);
  const rate = (sandbox: Server) => sendRate(sandbox, send, sendsEachRound);
  try {
    await alternate([emptySandbox, fullSandbox], 3, rate);
    const rates = await alternate([emptySandbox, fullSandbox], rounds, rate);
    return ratios(rates.get(emptySandbox) ?? [], rates.get(fullSandbox) ?? []);
  } finally {
    await emptySandbox.stop();
    await fullSandbox.stop();
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import type { ExampleSend } from "../example-send.ts";
import { startSandbox } from "../send-servers.ts";

const idleMs = 10_000;

/** Resident memory in MiB. */
export interface IdleMemory {
  /** When the first request is answered. */
  afterStart: number;
  /** 10 s after the page was loaded and has read what it shows, and one message was sent. */
  idle: number;
}

export async function idleMemory(send: ExampleSend, data: string): Promise<IdleMemory> {
  const sandbox = await startSandbox(send, data);
  try {
    const afterStart = sandbox.memory();
    await loadPage(sandbox.url);
    const { path, headers, request } = send;
    await read(sandbox.url + path, { method: "POST", headers, body: JSON.stringify(request) });
    await sleep(idleMs);
    return { afterStart, idle: sandbox.memory() };
  } finally {
    await sandbox.stop();
  }
}

/** Loads the page, its files, and the lists that it shows. */
async function loadPage(url: string): Promise<void> {
  const page = await read(new URL("/", url));
  for (const [, file = ""] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
    await read(new URL(file, url));
  const lists = ["messages", "batches", "ledger", "keys", "headers", "templates", "endpoints"];
  for (const path of ["health", "accounts", ...lists.map((list) => `accounts/bench/${list}`)])
    await read(new URL(`/_sandbox/${path}`, url));
}

async function read(url: URL | string, request: RequestInit = {}): Promise<string> {
  const answer = await fetch(url, request);
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`);
  return answer.text();
}

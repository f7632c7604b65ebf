import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { startMock } from "@getclickmedia/sms-mock";
import { type Sandbox, startSandbox } from "@getclickmedia/sms-sandbox";
import type { TestOrigins } from "./addresses.ts";
import { freePort } from "./free-port.ts";
import { startOutsideProxy } from "./outside-proxy.ts";
import type { FrontMatter, ServerName } from "./page.ts";
import { type Exchange, startRecordingProxy } from "./recording-proxy.ts";

/** What the programs of a page talk to. */
export interface PageServers {
  /** The addresses that stand for those of the page, in the whole run of it. */
  origins: TestOrigins;
  /** Where a mock and a sandbox listen that a sample starts itself. */
  own: { mock: number; sandbox: number };
  /** What keeps programs from leaving this machine. */
  outsideUrl: string;
  /** Begins anew: no message has ever been sent, and the clock stands at its beginning. */
  renew(): Promise<Sandbox>;
  /** Sends what is asked of a server to the one that a sample has started. */
  useOwn(server: ServerName): void;
  /** What has been asked since the last call. */
  take(): { exchanges: Exchange[]; outside: string[] };
  close(): Promise<void>;
}

/** Starts the mock, and in front of each server a proxy that notes what is asked of it. */
export async function startPageServers({ server, plan }: FrontMatter): Promise<PageServers> {
  const start = await beginning();
  const mock = await startMock({ port: 0 });
  let exchanges: Exchange[] = [];
  const record = (exchange: Exchange) => void exchanges.push(exchange);
  const [api, toMock, toSandbox] = await Promise.all([
    startRecordingProxy(record),
    startRecordingProxy(record),
    startRecordingProxy(record),
  ]);
  const outside = await startOutsideProxy();
  const own = { mock: await freePort(), sandbox: await freePort() };
  const mockOrigin = new URL(mock.url).origin;
  let sandbox: Sandbox | undefined;

  return {
    origins: { api: api.origin, mock: toMock.origin, sandbox: toSandbox.origin },
    own,
    outsideUrl: outside.url,
    // A new one and not one that is reset, which would go on with its request ids.
    async renew() {
      await sandbox?.close();
      sandbox = await startSandbox({ port: 0, clock: { start, speed: 0 } });
      if (plan !== undefined) await setPlan(sandbox, plan);
      const { origin } = new URL(sandbox.url);
      toMock.setTarget(mockOrigin);
      toSandbox.setTarget(origin);
      api.setTarget(server === "mock" ? mockOrigin : origin);
      return sandbox;
    },
    useOwn(name) {
      const proxy = name === "mock" ? toMock : toSandbox;
      proxy.setTarget(`http://127.0.0.1:${own[name]}`);
    },
    take() {
      const taken = exchanges;
      exchanges = [];
      return { exchanges: taken, outside: outside.take() };
    },
    async close() {
      await Promise.all([api, toMock, toSandbox, outside, mock].map((each) => each.close()));
      await sandbox?.close();
    },
  };
}

/** The time at which the first example of a send was accepted, so that pages and reference show the same day. */
async function beginning(): Promise<string> {
  const send = operationsOf(await readDocument()).find((each) => each.operationId === "send");
  const [example] = examplesOf(send?.responses["200"]);
  const accepted = example?.[1].value as { queuedAt: string } | undefined;
  if (!accepted) throw new Error("The document has no example of a send that is accepted.");
  return accepted.queuedAt;
}

async function setPlan({ controlUrl }: Sandbox, plan: string): Promise<void> {
  const answer = await fetch(`${controlUrl}/accounts/demo`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ plan }),
  });
  if (!answer.ok) throw new Error(`The sandbox does not take the plan ${plan} of the page.`);
}

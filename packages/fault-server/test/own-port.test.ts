import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultServer, startFaultServer } from "../src/index.ts";
import { openConnection, sendRequest } from "./raw-connection.ts";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

const unread = { method: null, path: null, bodyComplete: false, accepted: false, at: null };

test("a connection is reset although its client has sent nothing", async () => {
  const baseUrl = await server.ownPort("reset", ["refuse-before-read", "ok"]);
  expect(await (await openConnection(baseUrl)).ended).toBe("reset");

  const connection = await openConnection(baseUrl);
  await connection.write(sendRequest(baseUrl));
  await expect.poll(connection.received).toMatch(/^HTTP\/1\.1 200 /);
  expect(server.run("reset")).toMatchObject({
    counts: { requests: 2, posts: 1, accepted: 1 },
    requests: [{ ...unread, fault: "refuse-before-read" }, { fault: "ok" }],
  });
  connection.close();
});

test("a used connection is reset as the next request begins", async () => {
  const baseUrl = await server.ownPort("used", ["ok", "refuse-before-read"]);
  const connection = await openConnection(baseUrl);
  await connection.write(sendRequest(baseUrl));
  await expect.poll(connection.received).toMatch(/^HTTP\/1\.1 200 /);
  await connection.write("P");
  expect(await connection.ended).toBe("reset");
  expect(server.run("used")?.requests).toMatchObject([
    { accepted: true },
    { ...unread, index: 1, fault: "refuse-before-read" },
  ]);
});

test("a stalled connection takes no more than the operating system holds", async () => {
  const most = Buffer.alloc(64 * 2 ** 20);
  const baseUrl = await server.ownPort("stall", ["stall-before-read"]);
  const { pathname } = new URL(`${baseUrl}/sms/send`);
  const head = `POST ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: ${most.length}\r\n\r\n`;
  const connection = await openConnection(baseUrl);
  const sent = connection.write(Buffer.concat([Buffer.from(head), most])).then(() => "sent");
  expect(await Promise.race([sent, setTimeout(300, "not sent")])).toBe("not sent");
  expect(connection.ending()).toBe("open");
  connection.close();
});

test("a run has one port, and gives it back when it is forgotten", async () => {
  const baseUrl = await server.ownPort("back", ["ok"]);
  expect(await server.ownPort("back", ["ok"])).toBe(baseUrl);
  expect(new URL(baseUrl).origin).not.toBe(server.origin);
  expect(
    (await fetch(`${baseUrl}/account/balance`, { headers: { connection: "close" } })).status,
  ).toBe(200);
  server.forget("back");
  await expect(fetch(`${baseUrl}/account/balance`)).rejects.toThrow();
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultName, type FaultServer, startFaultServer } from "../src/index.ts";
import { openConnection, sendRequest } from "./raw-connection.ts";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

const whole = /^HTTP\/1\.1 200 [\s\S]*\}$/;

test.each<[FaultName, ending: string, accepted: boolean]>([
  ["ok-then-reset-reused", "reset", true],
  ["ok-then-close-reused", "closed", true],
  ["ok-then-close-unread-reused", "closed", false],
])("%s: the second request of a connection finds it dead", async (fault, ending, accepted) => {
  const baseUrl = server.baseUrl(fault, [fault]);
  const connection = await openConnection(server.origin);
  await connection.write(sendRequest(baseUrl));
  await expect.poll(connection.received).toMatch(whole);
  // The body comes later, so that leaving it unread is a FIN and no reset by the operating system.
  const [head, body] = sendRequest(baseUrl).split("\r\n\r\n");
  await connection.write(`${head}\r\n\r\n`);
  if (accepted) await connection.write(`${body}`);
  expect(await connection.ended).toBe(ending);
  expect(connection.received()).toMatch(whole);
  expect(server.run(fault)?.requests).toMatchObject([
    { index: 0, accepted: true },
    { index: 1, accepted, bodyComplete: accepted },
  ]);

  const fresh = await openConnection(server.origin);
  await fresh.write(sendRequest(baseUrl));
  await expect.poll(fresh.received).toMatch(whole);
  fresh.close();
});

test("ok-then-close-idle does not announce that it closes", async () => {
  const connection = await openConnection(server.origin);
  await connection.write(sendRequest(server.baseUrl("idle", ["ok-then-close-idle"])));
  expect(await connection.ended).toBe("closed");
  expect(connection.received()).toMatch(whole);
  expect(connection.received()).not.toMatch(/^connection:/im);
});

test("ok-connection-close announces it", async () => {
  const connection = await openConnection(server.origin);
  await connection.write(sendRequest(server.baseUrl("close", ["ok-connection-close"])));
  expect(await connection.ended).toBe("closed");
  expect(connection.received()).toMatch(/\r\nconnection: close\r\n/);
});

test("after two answers the connection stays open, and serves the next request", async () => {
  const baseUrl = server.baseUrl("after", ["two-answers", "error-INSUFFICIENT_CREDITS"]);
  const connection = await openConnection(server.origin);
  const statuses = () => connection.received().match(/HTTP\/1\.1 \d+/g);
  await connection.write(sendRequest(baseUrl));
  await expect.poll(statuses).toEqual(["HTTP/1.1 200", "HTTP/1.1 200"]);
  await connection.write(sendRequest(baseUrl));
  await expect.poll(statuses).toEqual(["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 402"]);
  expect(server.run("after")?.counts).toEqual({ requests: 2, posts: 2, accepted: 1 });
  connection.close();
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Exchange, type RecordingProxy, startRecordingProxy } from "./recording-proxy.ts";

const exchanges: Exchange[] = [];
const server = createServer((request, response) => {
  if (request.url === "/break") return request.socket.destroy();
  if (request.url === "/late") {
    response.writeHead(200, { "content-length": 10 }).write("half");
    return setTimeout(() => request.socket.destroy(), 20);
  }
  response.writeHead(request.url === "/error" ? 422 : 200, { "x-own": "1" });
  const body = { error: { code: "TEMPLATE_MISMATCH", message: "No." } };
  return response.end(request.url === "/error" ? JSON.stringify(body) : `${request.method} ok`);
});
let proxy: RecordingProxy;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  proxy = await startRecordingProxy((exchange) => exchanges.push(exchange));
  proxy.setTarget(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

const last = () => exchanges.at(-1);

test("an answer comes back as it is, and is noted", async () => {
  const answer = await fetch(`${proxy.origin}/a?b=1`, { method: "POST", body: "x" });
  expect([answer.headers.get("x-own"), await answer.text()]).toEqual(["1", "POST ok"]);
  expect(last()).toEqual({ method: "POST", path: "/a?b=1", status: 200, error: undefined });
});

test("of an error the code and the message are noted", async () => {
  await (await fetch(`${proxy.origin}/error`)).text();
  expect(last()).toMatchObject({
    status: 422,
    error: { code: "TEMPLATE_MISMATCH", message: "No." },
  });
});

test.each(["/break", "/late"])("a connection that breaks (%s) breaks here too", async (path) => {
  const read = fetch(proxy.origin + path).then((answer) => answer.text());
  await expect(read).rejects.toThrow();
  expect(last()?.path).toBe(path);
});

test("a server that is not there breaks the connection", async () => {
  const other = await startRecordingProxy((exchange) => exchanges.push(exchange));
  other.setTarget("http://127.0.0.1:9");
  await expect(fetch(other.origin)).rejects.toThrow();
  await other.close();
});

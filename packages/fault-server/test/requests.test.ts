import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultServer, startFaultServer } from "../src/index.ts";
import { openConnection, sendRequest } from "./raw-connection.ts";

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

let runs = 0;
function newRun(faults: Parameters<FaultServer["baseUrl"]>[1] = ["ok"]) {
  const id = `run-${++runs}`;
  const baseUrl = server.baseUrl(id, faults);
  const { pathname } = new URL(`${baseUrl}/sms/send`);
  const requests = () => server.run(id)?.requests ?? [];
  return { id, baseUrl, start: `POST ${pathname} HTTP/1.1\r\nhost: x\r\n`, requests };
}

const chunked = "transfer-encoding: chunked\r\n\r\n";

describe("a request is read to its end", () => {
  const bodies: [what: string, length: number, text: string][] = [
    ["with a length", 5, "content-length: 5\r\n\r\nhello"],
    ["with a length said twice", 5, "content-length: 5\r\ncontent-length: 5\r\n\r\nhello"],
    ["without a body", 0, "content-length: 0\r\n\r\n"],
    ["that says nothing of a body", 0, "\r\n"],
    ["in chunks", 11, `${chunked}5\r\nhello\r\n6;name=x\r\n world\r\n0\r\n\r\n`],
    ["in chunks with trailers", 5, `${chunked}5\r\nhello\r\n0\r\nx-sum: 1\r\n\r\n`],
    ["in chunks that hold line ends", 4, `${chunked}4\r\n\r\n\r\n\r\n0\r\n\r\n`],
    ["behind an empty line", 2, "content-length: 2\r\n\r\n{}\r\n"],
  ];
  test.each(bodies)("%s", async (_, length, text) => {
    const { start, requests } = newRun();
    const connection = await openConnection(server.origin);
    await connection.write(start + text);
    await expect.poll(connection.received).toMatch(/^HTTP\/1\.1 200 [\s\S]*\}$/);
    expect(requests()).toMatchObject([
      { bodyComplete: true, bodyLength: length, accepted: true, pipelined: false },
    ]);

    await connection.write(start + text);
    await expect.poll(() => connection.received().match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
    expect(requests()).toHaveLength(2);
    connection.close();
  });

  test.each(bodies)("%s, byte by byte", async (_, length, text) => {
    const { start, requests } = newRun();
    const connection = await openConnection(server.origin);
    for (const byte of start + text) await connection.write(byte);
    await expect.poll(connection.received).toMatch(/^HTTP\/1\.1 200 [\s\S]*\}$/);
    expect(requests()).toMatchObject([{ bodyComplete: true, bodyLength: length }]);
    connection.close();
  });

  test("of a mebibyte, from fetch", async () => {
    const { baseUrl, requests } = newRun();
    await fetch(`${baseUrl}/sms/bulk`, { method: "POST", body: "x".repeat(2 ** 20) });
    const stream = ReadableStream.from([Buffer.alloc(2 ** 19), Buffer.alloc(2 ** 19)]);
    const streamed = { method: "POST", body: stream, duplex: "half" } as RequestInit;
    await fetch(`${baseUrl}/sms/bulk`, streamed);
    expect(requests().map(({ bodyLength }) => bodyLength)).toEqual([2 ** 20, 2 ** 20]);
  });
});

test("a request that breaks off is not accepted", async () => {
  const { start, requests } = newRun();
  for (const text of ["content-length: 5\r\n\r\nhell", `${chunked}5\r\nhello\r\n0\r\n`]) {
    const connection = await openConnection(server.origin);
    await connection.write(start + text);
    connection.close();
  }
  await expect.poll(() => requests().length).toBe(2);
  for (const request of requests())
    expect(request).toMatchObject({
      method: "POST",
      bodyComplete: false,
      accepted: false,
      at: null,
    });
});

describe("refused as malformed, and never as accepted", () => {
  const requests: [what: string, text: string][] = [
    ["a length and chunks", `content-length: 5\r\n${chunked}0\r\n\r\n`],
    ["two lengths", "content-length: 5\r\ncontent-length: 6\r\n\r\nhello!"],
    ["a negative length", "content-length: -1\r\n\r\n"],
    ["an encoding besides chunks", "transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n"],
    ["a folded header", "x-a: b\r\n c\r\n\r\n"],
    ["a space before the colon", "content-length : 0\r\n\r\n"],
    ["a lone line feed", "x-a: b\ncontent-length: 0\r\n\r\n"],
    ["a chunk without a size", `${chunked}hello\r\n`],
    ["a chunk beyond its size", `${chunked}2\r\nhello\r\n0\r\n\r\n`],
    ["headers without end", `x-long: ${"x".repeat(70_000)}`],
  ];
  test.each(requests)("%s", async (_, text) => {
    const { id, start } = newRun();
    const connection = await openConnection(server.origin);
    await connection.write(start + text);
    expect(await connection.ended).not.toBe("open");
    expect(connection.received()).toMatch(/^(HTTP\/1\.1 400 [\s\S]*\}|)$/);
    expect(server.run(id)?.counts.accepted ?? 0).toBe(0);
  });

  test("what is no HTTP", async () => {
    const connection = await openConnection(server.origin);
    await connection.write("HELO\r\n\r\n");
    await connection.ended;
    expect(connection.received()).toMatch(/^HTTP\/1\.1 400 [\s\S]*request line/);
  });
});

test("the n-th request meets the n-th fault, over one connection or many", async () => {
  const { baseUrl, requests } = newRun(["error-GATEWAY_ERROR", "rate-limited", "ok"]);
  const first = await openConnection(server.origin);
  await first.write(sendRequest(baseUrl));
  await expect.poll(first.received).toMatch(/HTTP\/1\.1 500 /);
  await first.write(sendRequest(baseUrl));
  await expect.poll(first.received).toMatch(/HTTP\/1\.1 429 /);
  for (let other = 0; other < 2; other++) {
    const second = await openConnection(server.origin);
    await second.write(sendRequest(baseUrl));
    await expect.poll(second.received).toMatch(/HTTP\/1\.1 200 /);
    second.close();
  }
  first.close();
  expect(requests()).toMatchObject([
    { fault: "error-GATEWAY_ERROR", index: 0 },
    { fault: "rate-limited", index: 1 },
    { fault: "ok", index: 0 },
    { fault: "ok", index: 0 },
  ]);
  const connections = requests().map(({ connection }) => connection);
  expect(connections[1]).toBe(connections[0]);
  expect(new Set(connections).size).toBe(3);
});

test("times tell how long a client waited after an answer", async () => {
  const { baseUrl, requests } = newRun();
  for (let call = 0; call < 2; call++) await (await fetch(`${baseUrl}/account/balance`)).text();
  const [first, second] = requests();
  expect(first?.at).toBeLessThanOrEqual(first?.answeredAt ?? 0);
  expect(second?.at).toBeGreaterThanOrEqual(first?.answeredAt ?? Number.POSITIVE_INFINITY);
});

test("a read or a cancellation is counted and never accepted", async () => {
  const { id, baseUrl } = newRun();
  await fetch(`${baseUrl}/account/balance`);
  await fetch(`${baseUrl}/sms/schedule/gcm_batch_1`, { method: "DELETE" });
  expect(server.run(id)?.counts).toEqual({ requests: 2, posts: 0, accepted: 0 });
});

test("what arrived is told by names, never with a key", async () => {
  const { id, baseUrl } = newRun();
  const headers = { "x-api-key": "gcm_live_example-secret", "content-type": "application/json" };
  await fetch(`${baseUrl}/sms/send?x=1`, {
    method: "POST",
    headers,
    body: '{"message":"private"}',
  });
  await fetch(`${baseUrl}/sms/send`, { method: "POST" });
  const report = server.run(id);
  expect(report?.requests[0]).toMatchObject({
    method: "POST",
    path: "/sms/send",
    carriedKey: true,
  });
  expect(report?.requests[0]?.headers).toContain("x-api-key");
  expect(report?.requests[1]?.carriedKey).toBe(false);
  expect(JSON.stringify(report)).not.toMatch(/secret|private/);
});

test("a second request before the first is answered is not read, and is told of", async () => {
  const { id, baseUrl, requests } = newRun();
  const connection = await openConnection(server.origin);
  await connection.write(sendRequest(baseUrl).repeat(2));
  expect(await connection.ended).not.toBe("open");
  expect(connection.received().match(/HTTP\/1\.1 /g)).toHaveLength(1);
  expect(requests()).toMatchObject([{ pipelined: true }]);
  expect(server.run(id)?.counts.accepted).toBe(1);
});

test("a client that waits for 100 Continue gets it before it sends the body", async () => {
  const { start, requests } = newRun();
  const connection = await openConnection(server.origin);
  await connection.write(`${start}expect: 100-continue\r\ncontent-length: 2\r\n\r\n`);
  await expect.poll(connection.received).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  await connection.write("{}");
  await expect.poll(connection.received).toMatch(/HTTP\/1\.1 200 /);
  expect(requests()).toMatchObject([{ bodyComplete: true }]);
  connection.close();
});

test("a connection ends when its client wants it to, or speaks HTTP/1.0", async () => {
  const { baseUrl } = newRun();
  const last = sendRequest(baseUrl, "connection: close\r\n");
  for (const request of [last, sendRequest(baseUrl).replace("HTTP/1.1", "HTTP/1.0")]) {
    const connection = await openConnection(server.origin);
    await connection.write(request);
    expect(await connection.ended).toBe("closed");
    expect(connection.received()).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\nconnection: close\r\n/);
  }
});

test("a target may be a whole address, and percent-encoded", async () => {
  const { id, baseUrl } = newRun(["error-GATEWAY_ERROR", "ok"]);
  const connection = await openConnection(server.origin);
  const { pathname } = new URL(baseUrl);
  const request = sendRequest(baseUrl);
  await connection.write(request.replace(pathname, `${server.origin}${pathname}`));
  await expect.poll(connection.received).toMatch(/ 500 /);
  await connection.write(request.replace(",", "%2C"));
  await expect.poll(connection.received).toMatch(/ 200 /);
  expect(server.run(id)?.counts.requests).toBe(2);
  connection.close();
});

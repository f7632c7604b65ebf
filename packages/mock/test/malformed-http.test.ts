import { readDocument } from "@getclickmedia/sms-document";
import { type Listening, listen } from "@getclickmedia/sms-listen";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMockServer } from "../src/server.ts";
import { overOneConnection } from "./over-one-connection.ts";

const server = await createMockServer(await readDocument(), []);
let mock: Listening;
beforeAll(async () => {
  mock = await listen(server);
});
afterAll(() => mock.close());

const exchange = (...messages: string[]) => overOneConnection(mock.port, messages);

const head = "x-api-key: gcm_test_raw\r\n";
const balance = `GET /v1/account/balance HTTP/1.1\r\nhost: x\r\n${head}`;
const chunked = `POST /v1/sms/send HTTP/1.1\r\nhost: x\r\n${head}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;

/** The statuses of the answers on one connection, each of which must be whole and hold a body. */
function statusesOf(received: string): number[] {
  const answers = received.split(/(?=HTTP\/1\.1 \d)/);
  return answers.map((answer) => {
    const [, status, headers = "", body = ""] =
      /^HTTP\/1\.1 (\d+) ([\s\S]*?)\r\n\r\n([\s\S]*)$/.exec(answer) ?? [];
    expect(Number(/^content-length: (\d+)$/im.exec(headers)?.[1])).toBe(Buffer.byteLength(body));
    expect(JSON.parse(body)).toHaveProperty(
      Number(status) < 400 ? "credits" : "error.code",
      Number(status) < 400 ? 48250 : "INVALID_REQUEST",
    );
    return Number(status);
  });
}

describe("the error body answers", () => {
  const requests: [what: string, status: number, text: string][] = [
    ["what is no HTTP", 400, "THIS IS NO HTTP\r\n\r\n"],
    ["a missing Host", 400, `GET /v1/account/balance HTTP/1.1\r\n${head}connection: close\r\n\r\n`],
    ["two Hosts", 400, `${balance}host: y\r\nconnection: close\r\n\r\n`],
    ["an expectation", 417, `${balance}expect: x\r\nconnection: close\r\n\r\n`],
    ["headers beyond the limit", 431, `${balance}x-long: ${"x".repeat(100_000)}\r\n\r\n`],
    ["a chunk without a size", 400, `${chunked}no size\r\n`],
  ];
  test.each(requests)("%s, with %i", async (_, status, text) => {
    expect(statusesOf(await exchange(text))).toEqual([status]);
  });

  test("headers and a body that do not arrive in time, with 408", async () => {
    const { headersTimeout, requestTimeout } = server;
    // Node looks at both each time it checks, so they can be shortened while the server runs.
    Object.assign(server, { headersTimeout: 100, requestTimeout: 100 });
    try {
      const started = Date.now();
      const [headers, body] = await Promise.all([exchange(balance), exchange(chunked, "1\r\n")]);
      expect(statusesOf(headers)).toEqual([408]);
      expect(statusesOf(body)).toEqual([408]);
      expect(Date.now() - started).toBeLessThan(10_000);
    } finally {
      Object.assign(server, { headersTimeout, requestTimeout });
    }
  });
});

test("an answer that is under way comes whole before the refusal of what follows", async () => {
  const first = `${balance}\r\n`;
  for (let round = 0; round < 20; round++) {
    expect(statusesOf(await exchange(`${first}THIS IS NO HTTP\r\n\r\n`))).toEqual([200, 400]);
    expect(statusesOf(await exchange(`${first}${first}\0\0\0`, "\0".repeat(1000)))).toEqual([
      200, 200, 400,
    ]);
    expect(statusesOf(await exchange(`${first}${chunked}no size\r\n`))).toEqual([200, 400]);
  }
});

test("nothing follows the last answer of a connection", async () => {
  const received = await exchange(`${balance}connection: close\r\n\r\nTHIS IS NO HTTP\r\n\r\n`);
  expect(statusesOf(received)).toEqual([200]);
});

test("an HTTP/1.0 request needs no Host", async () => {
  const received = await exchange(`GET /v1/account/balance HTTP/1.0\r\n${head}\r\n`);
  expect(statusesOf(received)).toEqual([200]);
});

test("a target may be a whole address", async () => {
  for (const origin of ["http://127.0.0.1:4010", "HTTPS://api.example"]) {
    const target = `${origin}/v1/account/balance`;
    const received = await exchange(
      `GET ${target} HTTP/1.1\r\nhost: x\r\n${head}connection: close\r\n\r\n`,
    );
    expect(statusesOf(received)).toEqual([200]);
  }
});

test("a key that is sent twice is refused", async () => {
  const received = await exchange(`${balance}${head}connection: close\r\n\r\n`);
  expect(received).toMatch(/^HTTP\/1\.1 401 [\s\S]*"INVALID_API_KEY"/);
  expect(received).not.toContain("gcm_test_raw");
});

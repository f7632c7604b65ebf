import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { operationsOf, readDocument } from "@getclickmedia/sms-document";
import { type Listening, listen } from "@getclickmedia/sms-listen";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Answer } from "./answer.ts";
import { createApiServer, type Exchange, type RequestLog } from "./api-server.ts";
import { errorResponse } from "./error-response.ts";

const limit = 1000;
const document = await readDocument();
for (const { responses } of operationsOf(document)) {
  if (responses["413"]) responses["413"]["x-gcm-max-body-bytes"] = limit;
}

const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers,
  body,
});

/** What the server under test does at each path. */
const paths: Record<string, (exchange: Exchange) => Answer | undefined> = {
  "/echo": ({ method, target, headers, body }) =>
    ok({ method, target, from: headers["x-from"], body: Buffer.from(body).toString() }),
  "/csv": () => ok("é,2\n", { "content-type": "text/csv" }),
  "/bytes": () => ok(Uint8Array.of(0, 255), { "content-type": "image/png" }),
  "/text-as-json": () => ok("text"),
  "/keys/gcm_test_secret": () => ok({}),
  "/nothing": () => ({ status: 204, headers: { "x-own": "1" }, body: undefined }),
  "/stream": ({ response }) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n");
    setTimeout(() => response.end("data: 2\n\n"), 20);
    return undefined;
  },
  "/cut": ({ request }) => {
    request.socket.destroy();
    return undefined;
  },
  "/private/error": () =>
    errorResponse({ status: 404, code: "NOT_FOUND", message: "Not here." }, "req_chosen"),
  "/throws": () => {
    throw new Error("It was gcm_test_secret.");
  },
  "/unsendable": () => ok(5n),
};

const lines: Parameters<RequestLog>[0][] = [];
let listening: Listening;
beforeAll(async () => {
  let ids = 0;
  const server = createApiServer({
    document,
    name: "test-server",
    handle: async (exchange) => {
      await pause(5); // Until the request has ended, as it has where an answer takes its time.
      return paths[exchange.target.split("?", 1)[0] ?? ""]?.(exchange);
    },
    isPrivate: (target) => target.startsWith("/private/"),
    log: (line) => lines.push(line),
    newRequestId: () => `req_${++ids}`,
  });
  listening = await listen(server);
});
afterAll(() => listening.close());
afterEach(() => {
  lines.length = 0;
  vi.restoreAllMocks();
});

const call = (path: string, init?: RequestInit) => fetch(listening.origin + path, init);

/** Sends what no HTTP client would write, and reads until the server closes the connection. */
function raw(bytes: string): Promise<string> {
  const socket = connect(listening.port, "127.0.0.1");
  socket.write(bytes);
  return text(socket);
}

/** Sends the head of a request and nothing more, and reads until what has come back ends as it should. */
async function answerTo(head: string, end: RegExp): Promise<string> {
  const socket = connect(listening.port, "127.0.0.1");
  socket.write(head);
  let received = "";
  for await (const chunk of socket) {
    received += chunk;
    if (end.test(received)) break;
  }
  return received;
}

const corsOf = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith("access-control"));

test("a request arrives whole, and its answer is JSON that any page may read", async () => {
  const body = "é".repeat(limit / 2);
  const headers = { "x-from": "me", origin: "https://shop.example" };
  const response = await call("/echo?x=1", { method: "PUT", headers, body });
  expect(await response.json()).toEqual({ method: "PUT", target: "/echo?x=1", from: "me", body });
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(lines).toEqual([{ method: "PUT", path: "/echo", status: 200 }]);
});

test("a key in the path is not logged", async () => {
  await call("/keys/gcm_test_secret?key=gcm_test_secret");
  expect(lines).toEqual([{ method: "GET", path: "/keys/(a key)", status: 200 }]);
});

test("a body may come in pieces, and a target as a whole address", async () => {
  const head = "POST http://api.example/echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\n";
  const answer = await raw(
    `${head}transfer-encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n`,
  );
  expect(answer).toContain('{"method":"POST","target":"/echo","body":"abc"}');
});

test("text and bytes with a content type are sent as they are, and no body has no content type", async () => {
  const csv = await call("/csv");
  expect(csv.headers.get("content-type")).toBe("text/csv");
  expect(csv.headers.get("content-length")).toBe("5");
  expect(await csv.text()).toBe("é,2\n");
  expect(await (await call("/bytes")).bytes()).toEqual(Uint8Array.of(0, 255));
  expect(await (await call("/text-as-json")).text()).toBe('"text"');
  const nothing = await call("/nothing");
  expect([nothing.status, nothing.headers.get("x-own")]).toEqual([204, "1"]);
  expect(nothing.headers.has("content-type")).toBe(false);
});

test("a response that is taken over is left alone", async () => {
  const stream = await call("/stream");
  expect(stream.headers.get("content-type")).toBe("text/event-stream");
  expect(await stream.text()).toBe("data: 1\n\ndata: 2\n\n");
  await expect(call("/cut")).rejects.toThrow();
  expect(lines).toEqual([]);
});

test("a body over the limit is a 413, whatever the path, and the rest of it is read", async () => {
  const response = await call("/throws", { method: "POST", body: "x".repeat(limit + 1) });
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({
    error: {
      code: "INVALID_REQUEST",
      message: expect.stringContaining(`larger than ${limit} bytes.`),
      requestId: expect.stringMatching(/^req_\d+$/),
    },
  });
  const large = 1_000_000;
  const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${large}\r\n\r\n`;
  expect(await raw(head + "x".repeat(large))).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close/i);
});

test("a length over the limit is a 413 before any of the body is sent, and one within it is asked for", async () => {
  const head = (length: number) =>
    `POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n`;
  const expects = "expect: 100-continue\r\n\r\n";
  expect(await answerTo(`${head(limit + 1)}\r\n`, /}$/)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await answerTo(head(limit + 1) + expects, /}$/)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await answerTo(head(limit) + expects, /\r\n\r\n$/)).toMatch(/^HTTP\/1\.1 100 Continue/);
  const continued = await raw(`${head(2)}connection: close\r\n${expects}ab`);
  expect(continued).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 .*"body":"ab"}$/s);
});

test.each([
  ["a missing Host", 400, "GET /echo HTTP/1.1\r\nconnection: close\r\n\r\n"],
  ["two Hosts", 400, "GET /echo HTTP/1.1\r\nhost: x\r\nHost: x\r\nconnection: close\r\n\r\n"],
  [
    "an expectation",
    417,
    "GET /echo HTTP/1.1\r\nhost: x\r\nexpect: x\r\nconnection: close\r\n\r\n",
  ],
  ["what is no HTTP", 400, "THIS IS NO HTTP\r\n\r\n"],
])("%s is refused with %i and an id of the caller's", async (_, status, bytes) => {
  const answer = await raw(bytes);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toMatch(/\r\n\r\n{"error":{"code":"INVALID_REQUEST",.*"requestId":"req_\d+"}}$/);
});

test("an answer under way comes whole before the refusal of what follows it", async () => {
  const answers = await raw("GET /csv HTTP/1.1\r\nhost: x\r\n\r\nTHIS IS NO HTTP\r\n\r\n");
  expect(answers).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\né,2\nHTTP\/1\.1 400 /);
});

test("a page may call what is not private", async () => {
  const origin = "https://shop.example";
  const preflight = {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST" },
  };
  const open = await call("/echo", preflight);
  expect(open.status).toBe(204);
  expect(open.headers.get("access-control-allow-headers")).toContain("x-api-key");
  expect(open.headers.get("access-control-allow-origin")).toBe("*");
  for (const init of [preflight, { headers: { origin } }]) {
    const response = await call("/private/error", init);
    expect(response.status).toBe(404);
    expect(corsOf(response)).toEqual([]);
    expect(await response.json()).toMatchObject({ error: { requestId: "req_chosen" } });
  }
});

test.each(["/throws", "/unsendable"])("a fault at %s is a 500 without detail", async (path) => {
  const report = vi.spyOn(console, "error").mockReturnValue();
  const response = await call(path, { method: "POST", body: "{}" });
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    error: {
      code: "GATEWAY_ERROR",
      message: "The server itself has a fault; its output says which.",
      requestId: expect.stringMatching(/^req_\d+$/),
    },
  });
  expect(report).toHaveBeenCalledExactlyOnceWith(
    "test-server: a fault of the server itself:",
    expect.any(Error),
  );
});

import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { listen } from "@getclickmedia/sms-listen";
import { expect, onTestFinished, test } from "vitest";
import { selfSignedCertificate } from "../../test/webhooks/self-signed.ts";
import { type PostOptions, type PostResult, post } from "./post.ts";

const body = JSON.stringify({ failReason: "नमस्ते — 😀" });

function deliver(url: string, options: Partial<PostOptions> = {}): Promise<PostResult> {
  const headers = { "content-type": "application/json", "x-gcm-signature": "abc" };
  const rules = { allowPrivate: false };
  return post({ url, headers, body, timeoutMs: 400, rules, ...options });
}

async function serve(listener: RequestListener): Promise<string> {
  const { origin, close } = await listen(createHttpServer(listener));
  onTestFinished(close);
  return origin;
}

/** A receiver that says what it likes once a request has begun to arrive. */
async function speak(talk: (socket: Socket) => unknown): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    socket.once("data", () => talk(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Writes for ever, in pieces, until the other side has had enough. */
async function repeat(socket: Socket, piece: string, everyMs: number): Promise<void> {
  while (!socket.destroyed) {
    socket.write(piece);
    await sleep(everyMs);
  }
}

const head = (header: string) => `HTTP/1.1 200 OK\r\n${header}\r\n\r\n`;

const switching = "HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n";

const noAnswer = { status: null, responseHeaders: null, responseBody: null };
const tooSlow = { ...noAnswer, error: "There was no whole answer within 0.4 s." };

test("the request is a POST with the headers and the very bytes", async () => {
  let seen: unknown;
  const url = await serve(({ method, url, headers }, response) => {
    seen = { method, url, headers };
    response.end();
  });
  await deliver(`${url}/webhooks?to=me#part`);
  expect(seen).toEqual({
    method: "POST",
    url: "/webhooks?to=me",
    headers: {
      "content-type": "application/json",
      "x-gcm-signature": "abc",
      "content-length": String(Buffer.byteLength(body)),
      host: new URL(url).host,
      connection: expect.any(String),
    },
  });
});

test("what comes back is kept", async () => {
  const url = await serve(async (request, response) => {
    const chunks = await request.toArray();
    response.writeHead(202, { "x-one": "1", "set-cookie": ["a=1", "b=2"] });
    response.end(Buffer.concat(chunks));
  });
  expect(await deliver(url)).toEqual({
    status: 202,
    responseHeaders: expect.objectContaining({ "x-one": "1", "set-cookie": "a=1, b=2" }),
    responseBody: body,
    durationMs: expect.any(Number),
    error: null,
  });
});

test("any status is an answer, with or without a body", async () => {
  for (const status of [200, 204, 304, 400, 404, 410, 429, 500, 503]) {
    const url = await serve((_, response) => response.writeHead(status).end());
    expect(await deliver(url)).toMatchObject({ status, responseBody: "", error: null });
  }
});

test("a redirect is an answer and is not followed", async () => {
  let followed = 0;
  const elsewhere = await serve((_, response) => {
    followed += 1;
    response.end();
  });
  for (const status of [301, 302, 303, 307, 308]) {
    const url = await serve((_, response) =>
      response.writeHead(status, { location: elsewhere }).end(),
    );
    expect(await deliver(url)).toMatchObject({ status, error: null });
  }
  expect(followed).toBe(0);
});

test("interim answers are passed over", async () => {
  const url = await speak((socket) => {
    socket.write("HTTP/1.1 100 Continue\r\n\r\n");
    socket.write("HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n");
    socket.write("HTTP/1.1 204 No Content\r\n\r\n");
  });
  expect(await deliver(url)).toMatchObject({ status: 204, error: null });
});

test("of a long or endless body the beginning is kept, and the connection closed", async () => {
  let closed = false;
  const url = await speak((socket) => {
    socket.write(head("transfer-encoding: chunked"));
    socket.on("close", () => (closed = true));
    return repeat(socket, `1000\r\n${"x".repeat(0x1000)}\r\n`, 1);
  });
  const { status, responseBody, error } = await deliver(url);
  expect([status, responseBody?.length, error]).toEqual([200, 16 * 1024, null]);
  await expect.poll(() => closed).toBe(true);
});

test("the whole exchange has one deadline", async () => {
  const slow: Record<string, (socket: Socket) => unknown> = {
    "never answers": () => undefined,
    "drips its headers": (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nx-slow: ");
      return repeat(socket, "x", 50);
    },
    "drips its body": (socket) => {
      socket.write(head("content-length: 1000"));
      return repeat(socket, "x", 50);
    },
    "never ends its body": (socket) => socket.write("HTTP/1.1 200 OK\r\n\r\nHello"),
    "has interim answers only": (socket) => repeat(socket, "HTTP/1.1 102 Processing\r\n\r\n", 50),
  };
  const results = Object.entries(slow).map(async ([name, talk]) => {
    let closed = false;
    const url = await speak((socket) => {
      socket.on("close", () => (closed = true));
      return talk(socket);
    });
    const result = await deliver(url);
    expect(result, name).toMatchObject(tooSlow);
    expect(result.durationMs, name).toBeGreaterThanOrEqual(390);
    await expect.poll(() => closed, { message: name }).toBe(true);
  });
  await Promise.all(results);
});

test("a name that nobody answers for is bound by the same deadline", async () => {
  const rules = { allowPrivate: false, lookup: () => {} };
  expect(await deliver("http://silent.test/", { rules })).toMatchObject(tooSlow);
});

test("a broken answer is none, and says why", async () => {
  const broken: [RegExp, (socket: Socket) => unknown][] = [
    [/^socket hang up$/, (socket) => socket.end()],
    [/ECONNRESET/, (socket) => socket.resetAndDestroy()],
    [/^Parse Error: Expected HTTP/, (socket) => socket.end("220 smtp ready\r\n")],
    [/^Parse Error: Header overflow/, (socket) => socket.end(head(`x-long: ${"x".repeat(1e5)}`))],
    [/^aborted|closed before/, (socket) => socket.end(`${head("content-length: 10")}Hello`)],
    [/closed before/, (socket) => socket.end(switching)],
  ];
  for (const [reason, talk] of broken) {
    const result = await deliver(await speak(talk));
    expect(result).toMatchObject({ ...noAnswer, error: expect.stringMatching(reason) });
  }
});

async function freePort(): Promise<number> {
  const { port, close } = await listen(createHttpServer());
  await close();
  return port;
}

test("nobody there says so, of every address of a name", async () => {
  const port = await freePort();
  const refused = `connect ECONNREFUSED 127.0.0.1:${port}`;
  expect(await deliver(`http://127.0.0.1:${port}/`)).toMatchObject({ ...noAnswer, error: refused });
  const lookup = addresses("127.0.0.1", "::1");
  const { error } = await deliver(`http://two.test:${port}/`, {
    rules: { allowPrivate: false, lookup },
  });
  expect(error).toContain(`${refused}; `);
});

test("a name without an address says so", async () => {
  const { error } = await deliver("http://nowhere.invalid/", { timeoutMs: 15_000 });
  expect(error).toMatch(/^getaddrinfo (ENOTFOUND|EAI_AGAIN) nowhere\.invalid$/);
});

test("TLS that fails, or that nobody vouches for, is no answer", async () => {
  const plain = await serve((_, response) => response.end());
  const { error } = await deliver(plain.replace("http:", "https:"));
  expect(error).toContain("wrong version number");
  const { port, close } = await listen(
    createHttpsServer(selfSignedCertificate(), (_, response) => response.end()),
  );
  onTestFinished(close);
  expect(await deliver(`https://localhost:${port}/`)).toMatchObject({
    ...noAnswer,
    error: expect.stringContaining("self-signed certificate"),
  });
});

function addresses(...found: string[]) {
  return (
    _: string,
    __: object,
    callback: (error: null, addresses: { address: string; family: number }[]) => void,
  ) =>
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
}

test("a name leads to the address that was found for it", async () => {
  let host: string | undefined;
  const url = await serve(({ headers }, response) => {
    host = headers.host;
    response.end();
  });
  const { port } = new URL(url);
  const rules = { allowPrivate: false, lookup: addresses("127.0.0.1") };
  expect(await deliver(`http://receiver.test:${port}/`, { rules })).toMatchObject({ status: 200 });
  expect(host).toBe(`receiver.test:${port}`);
});

test("no connection is made to a forbidden address, whether it is written or looked up", async () => {
  for (const address of ["10.0.0.1", "169.254.169.254", "fd00::1", "::ffff:192.168.1.1"]) {
    const written = address.includes(":") ? `[${address}]` : address;
    const started = performance.now();
    for (const [url, found] of [
      [`http://${written}/`, "8.8.8.8"],
      ["http://inner.test/", address],
    ] as const) {
      const rules = { allowPrivate: false, lookup: addresses("127.0.0.1", found) };
      const { status, error } = await deliver(url, { rules });
      expect(status).toBeNull();
      expect(error).toMatch(/ is a private or special address, and webhooks to those are off\./);
    }
    expect(performance.now() - started).toBeLessThan(300);
  }
});

test("an abort ends it at once", async () => {
  const controller = new AbortController();
  const url = await speak(() => controller.abort());
  const started = performance.now();
  const result = await deliver(url, { signal: controller.signal, timeoutMs: 15_000 });
  expect(result).toMatchObject({ ...noAnswer, error: "The operation was aborted" });
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(await deliver(url, { signal: controller.signal })).toMatchObject(noAnswer);
});

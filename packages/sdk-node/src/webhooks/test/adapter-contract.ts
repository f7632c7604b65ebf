import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { createReplayGuard, signatureHeader, WebhookError, type WebhookOptions } from "../index.ts";
import { events, hmac, signed } from "./webhook-examples.ts";

/** A receiver that listens. */
export interface Receiving {
  url: string;
  close(): Promise<void>;
}

type Start = (options: WebhookOptions) => Promise<Receiving>;

interface Sending {
  method?: string;
  headers?: Record<string, string>;
  signature?: string;
}

/**
 * What holds for every adapter, over real sockets.
 * @param start serves the adapter for every method.
 */
export function testAdapter(name: string, start: Start): void {
  const open: Receiving[] = [];
  afterEach(async () => {
    for (const receiving of open.splice(0)) await receiving.close();
  });

  const receive = async (options: Partial<WebhookOptions> = {}) => {
    const onEvent = vi.fn();
    const onError = vi.fn();
    const receiving = await start({ secret: signed.secret, onEvent, onError, ...options });
    open.push(receiving);
    const { url } = receiving;
    return { url, onEvent, onError, send: sender(url) };
  };

  test(`${name}: a genuine event is handed over and answered with 204`, async () => {
    const { send, onEvent, onError } = await receive();
    const response = await send(signed.body, { signature: signed.signature });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(onEvent.mock.calls).toEqual([[events["sms.delivered"]]]);
    expect(onError).not.toHaveBeenCalled();
  });

  test(`${name}: the answer waits until the event is stored`, async () => {
    const order: string[] = [];
    const { send } = await receive({
      onEvent: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push("stored");
      },
    });
    await send(signed.body);
    order.push("answered");
    expect(order).toEqual(["stored", "answered"]);
  });

  test(`${name}: a wrong or missing signature is answered with 401 and nothing else`, async () => {
    const { url, send, onEvent, onError } = await receive();
    const wrong = await send(signed.body, { signature: hmac("another") });
    const missing = await fetch(url, { method: "POST", body: signed.body });
    for (const response of [wrong, missing]) {
      expect(response.status).toBe(401);
      expect(await response.text()).toBe("");
    }
    expect(onEvent).not.toHaveBeenCalled();
    expect(onError.mock.calls).toEqual([
      [expect.objectContaining({ reason: "signature" }), 401],
      [expect.objectContaining({ reason: "signature" }), 401],
    ]);
  });

  test(`${name}: a signature that is there twice is answered with 401`, async () => {
    const { url } = await receive();
    const lines = `${signatureHeader}: ${signed.signature}\r\n`.repeat(2);
    expect(
      await exchange(url, `${lines}content-length: ${byteLength(signed.body)}`, [signed.body]),
    ).toMatch(/^HTTP\/1\.1 401 /);
  });

  test(`${name}: other methods are answered with 405 and the one that is allowed`, async () => {
    const { send, onEvent, onError } = await receive();
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const body = method === "GET" || method === "HEAD" ? undefined : signed.body;
      const response = await send(body, { method, signature: signed.signature });
      expect([method, response.status, response.headers.get("allow")]).toEqual([
        method,
        405,
        "POST",
      ]);
      expect(await response.text()).toBe("");
    }
    expect(onEvent).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });

  test(`${name}: the type of the content does not matter`, async () => {
    const { url, send, onEvent } = await receive();
    const types = [
      "application/json; charset=utf-8",
      "text/plain",
      "application/x-www-form-urlencoded",
    ];
    for (const type of types) {
      const { status } = await send(signed.body, { headers: { "content-type": type } });
      expect([type, status]).toEqual([type, 204]);
    }
    const none = `${signatureHeader}: ${signed.signature}\r\ncontent-length: ${byteLength(signed.body)}`;
    expect(await exchange(url, none, [signed.body])).toMatch(/^HTTP\/1\.1 204 /);
    expect(onEvent).toHaveBeenCalledTimes(4);
  });

  test(`${name}: the body may come in chunks that split a character`, async () => {
    const { url, onEvent } = await receive();
    const event = { event: "sms.failed", failReason: "Switched off — 📵" };
    const bytes = Buffer.from(JSON.stringify(event));
    const head = `${signatureHeader}: ${hmac(bytes)}\r\ntransfer-encoding: chunked`;
    const chunks = [...bytes].map((byte) =>
      Buffer.concat([Buffer.from("1\r\n"), Buffer.of(byte), Buffer.from("\r\n")]),
    );
    expect(await exchange(url, head, [...chunks, "0\r\n\r\n"])).toMatch(/^HTTP\/1\.1 204 /);
    expect(onEvent.mock.calls).toEqual([[event]]);
  });

  test(`${name}: a body over the limit is answered with 413, with and without a length`, async () => {
    const maxBodyBytes = byteLength(signed.body);
    const { url, send, onEvent, onError } = await receive({ maxBodyBytes });
    expect((await send(signed.body)).status).toBe(204);
    const response = await send(`${signed.body} `);
    expect(response.status).toBe(413);
    expect(await response.text()).toBe("");
    const head = `${signatureHeader}: ${signed.signature}\r\ntransfer-encoding: chunked`;
    const chunk = `${(1000).toString(16)}\r\n${" ".repeat(1000)}\r\n`;
    const answer = await exchange(url, head, [...Array(100).fill(chunk), "0\r\n\r\n"]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(onEvent).toHaveBeenCalledTimes(1);
    const { calls } = onError.mock;
    expect(calls).toEqual([
      [expect.objectContaining({ reason: "size" }), 413],
      [expect.objectContaining({ reason: "size" }), 413],
    ]);
    expect(calls[0]?.[0].message).toBe(`The body is over ${maxBodyBytes} bytes.`);
  });

  test(`${name}: by default 64 KiB are read, and no byte more`, async () => {
    const { send } = await receive();
    const largest = signed.body.padEnd(65_536);
    expect((await send(largest)).status).toBe(204);
    expect((await send(`${largest} `)).status).toBe(413);
  });

  test(`${name}: a signed body that is no event is answered with 400`, async () => {
    const { send, onEvent, onError } = await receive();
    for (const body of ["", "null", "{", '{"event":1}']) {
      const response = await send(body);
      expect([body, response.status]).toEqual([body, 400]);
      expect(await response.text()).toBe("");
    }
    expect(onEvent).not.toHaveBeenCalled();
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ reason: "body" }), 400);
  });

  test(`${name}: a compressed body is not decompressed`, async () => {
    const { send, onEvent } = await receive();
    const zipped = gzipSync(signed.body);
    const headers = { "content-encoding": "gzip", "content-type": "application/json" };
    expect((await send(zipped, { headers, signature: signed.signature })).status).toBe(401);
    expect((await send(zipped, { headers })).status).toBe(400);
    expect(onEvent).not.toHaveBeenCalled();
  });

  test(`${name}: an event that is too old is answered with 400`, async () => {
    const { send, onError } = await receive({ maxAge: 60 });
    expect((await send(signed.body)).status).toBe(400);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ reason: "age" }), 400);
  });

  test(`${name}: an event that is known is answered with 204 and not handed over`, async () => {
    const { send, onEvent } = await receive({ replayGuard: createReplayGuard() });
    expect((await send(signed.body)).status).toBe(204);
    expect((await send(signed.body)).status).toBe(204);
    expect(onEvent).toHaveBeenCalledTimes(1);
  });

  test(`${name}: what the handler throws is answered with 500, and told to onError alone`, async () => {
    const fault = new Error(`The database says no to ${signed.secret}`);
    const { send, onError } = await receive({
      onEvent: () => {
        throw fault;
      },
    });
    const response = await send(signed.body);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("");
    expect(JSON.stringify([...response.headers])).not.toContain(signed.secret);
    expect(onError.mock.calls).toEqual([[fault, 500]]);
  });

  test(`${name}: a sender that leaves midway harms nobody`, async () => {
    const errors: [unknown, number][] = [];
    const told = Promise.withResolvers<void>();
    const { url, send } = await receive({
      onError: (error, status) => {
        errors.push([error, status]);
        told.resolve();
      },
    });
    await leaveMidway(url);
    await told.promise;
    expect(errors).toEqual([[expect.any(WebhookError), 400]]);
    expect(errors[0]?.[0]).toMatchObject({ reason: "body", message: "The body broke off." });
    expect((await send(signed.body)).status).toBe(204);
  });

  test(`${name}: a missing secret is told when the receiver is made`, async () => {
    for (const secret of [undefined, "", []]) {
      const starting = start({ secret, onEvent: () => {} });
      await expect(starting.then((receiving) => receiving.close())).rejects.toMatchObject({
        name: "WebhookError",
        reason: "configuration",
      });
    }
  });
}

function sender(url: string) {
  return (body: string | Uint8Array | undefined, { method = "POST", ...rest }: Sending = {}) => {
    const signature = rest.signature ?? hmac(body ?? "");
    return fetch(url, {
      method,
      headers: { ...rest.headers, [signatureHeader]: signature },
      ...(body === undefined ? {} : { body: body as string }),
    });
  };
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** Writes a request as it is, one packet for each chunk, and reads the answer to its end. */
async function exchange(
  url: string,
  head: string,
  chunks: readonly (string | Uint8Array)[],
): Promise<string> {
  const { port, pathname } = new URL(url);
  const socket = connect({ port: Number(port), host: "127.0.0.1", noDelay: true });
  socket.write(
    `POST ${pathname} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n${head}\r\n\r\n`,
  );
  for (const chunk of chunks) {
    socket.write(chunk);
    await new Promise(setImmediate);
  }
  let answer = "";
  for await (const data of socket) answer += data;
  return answer;
}

function leaveMidway(url: string): Promise<void> {
  const { port, pathname } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ port: Number(port), host: "127.0.0.1" });
    const head = `host: 127.0.0.1\r\n${signatureHeader}: ${signed.signature}\r\ncontent-length: 1000`;
    socket.write(`POST ${pathname} HTTP/1.1\r\n${head}\r\n\r\n{"event"`, () =>
      // The server has to have begun to read, or there is nobody to leave.
      setTimeout(() => socket.destroy(), 50),
    );
    socket.once("close", () => resolve());
  });
}

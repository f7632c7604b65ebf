import { inspect } from "node:util";
import { baseUrl, type OperationId, operations } from "@getclickmedia/sms-types";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { answerOf, errorBody, json, refusal, requestOf, success } from "../test/api-examples.ts";
import { failureOf } from "../test/failure-of.ts";
import { apiKey, impatientClient } from "../test/impatient-client.ts";
import { type Answer, serve } from "../test/recording-server.ts";
import { closedBaseUrl, serveSockets } from "../test/socket-server.ts";
import type { Fetch, SmsClientOptions } from "./configuration.ts";
import type { SmsError } from "./errors.ts";
import { keyHeader } from "./generated/constants.ts";
import type { SendRequest } from "./generated/operations.ts";
import type { SmsClient } from "./index.ts";

const request = requestOf<SendRequest>("send");

/** One call of each operation that is one call of the API. */
const calls = {
  send: (client: SmsClient) => client.send(request),
  getStatus: (client: SmsClient) => client.getStatus("gcm_msg_1"),
  getBatch: (client: SmsClient) => client.getBatch("gcm_batch_1"),
  cancelScheduled: (client: SmsClient) => client.cancelScheduled("gcm_batch_1"),
  getBalance: (client: SmsClient) => client.getBalance(),
};
const each = Object.entries(calls) as [
  keyof typeof calls,
  (client: SmsClient) => Promise<object>,
][];

describe("a request", () => {
  test.each(each)("%s arrives as the document has it", async (id, call) => {
    const { baseUrl, arrived } = await serve(success(id));
    const { client } = impatientClient({ baseUrl });
    await expect(call(client)).resolves.toEqual(answerOf(id));

    const { method, path } = operations[id];
    const filled = path.replace("{messageId}", "gcm_msg_1").replace("{batchId}", "gcm_batch_1");
    expect(arrived).toEqual([
      {
        method,
        target: `/v1${filled}`,
        headers: expect.any(Object),
        body: id === "send" ? JSON.stringify(request) : "",
      },
    ]);
    expect(arrived[0]?.headers).toMatchObject({
      accept: "application/json",
      "user-agent": `getclickmedia-sms-sdk/${manifest.version}`,
      [keyHeader]: apiKey,
    });
  });

  test("of a send is JSON in UTF-8, of its own length; another has neither type nor body", async () => {
    const { baseUrl, arrived } = await serve(success("send"), success("getStatus"));
    const { client } = impatientClient({ baseUrl });
    const message = '“नमस्ते” — 😀 \ud800 \u0000 "\\';
    await client.send({ ...request, message, unicode: true });
    await client.getStatus("gcm_msg_1");
    const [sent, read] = arrived;
    expect(JSON.parse(sent?.body ?? "")).toEqual({ ...request, message, unicode: true });
    expect(sent?.headers).toMatchObject({
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(sent?.body ?? "")),
    });
    expect(read?.headers).not.toHaveProperty("content-type");
    expect(read?.headers).not.toHaveProperty("content-length");
  });

  // What Deno does with it is tested in Deno.
  test("has the same bytes in Deno, as a body that Deno cannot send again by itself", async () => {
    vi.stubGlobal("Deno", {});
    onTestFinished(() => void vi.unstubAllGlobals());
    const { baseUrl, arrived } = await serve(success("send"), success("getStatus"));
    const fetch = vi.fn<Fetch>(globalThis.fetch);
    const { client } = impatientClient({ baseUrl, fetch });
    await client.send(request);
    await client.getStatus("gcm_msg_1");
    expect(arrived.map(({ body }) => body)).toEqual([JSON.stringify(request), ""]);
    expect(arrived[0]?.headers["content-type"]).toBe("application/json");
    expect(fetch.mock.calls.map(([, init]) => init?.body)).toEqual([expect.any(Blob), null]);
  });

  test("is JSON whatever content type it is given", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    const headers = { "Content-Type": "text/plain" };
    await impatientClient({ baseUrl, headers }).client.send(request, { headers });
    expect(arrived[0]?.headers["content-type"]).toBe("application/json");
  });

  test("has no header of the SDK but these", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    await impatientClient({ baseUrl }).client.send(request);
    const ofFetch = [
      "host",
      "connection",
      "accept-language",
      "sec-fetch-mode",
      "accept-encoding",
      "content-length",
      // To a request that no cache is to answer.
      "cache-control",
      "pragma",
    ];
    expect(Object.keys(arrived[0]?.headers ?? {}).sort()).toEqual(
      ["accept", "content-type", "user-agent", keyHeader, ...ofFetch].sort(),
    );
  });

  test("has the headers of the client and of the call, and the key of the client only", async () => {
    const { baseUrl, arrived } = await serve(success("getBalance"));
    for (const name of [
      keyHeader,
      keyHeader.toUpperCase(),
      keyHeader.replace(/\b\w/g, (letter) => letter.toUpperCase()),
    ]) {
      const headers = { [name]: "other", "x-client": "1", "x-both": "1" };
      const { client } = impatientClient({ baseUrl, headers });
      await client.getBalance({ headers: { [name]: "another", "X-Call": "2", "X-Both": "2" } });
      expect(arrived.pop()?.headers).toMatchObject({
        [keyHeader]: apiKey,
        "x-client": "1",
        "x-call": "2",
        "x-both": "2",
      });
    }
  });

  test("goes to the path of the base URL, with and without a slash at its end", async () => {
    const { baseUrl, arrived } = await serve(success("getBalance"));
    for (const url of [baseUrl, `${baseUrl}/`, `${baseUrl}/a/b//`, new URL("/", baseUrl).href])
      await impatientClient({ baseUrl: url }).client.getBalance();
    const { path } = operations.getBalance;
    expect(arrived.map(({ target }) => target)).toEqual([
      `/v1${path}`,
      `/v1${path}`,
      `/v1/a/b${path}`,
      path,
    ]);
  });

  // The address is the vendor's, so `fetch` is put in instead of calling it.
  test("goes to the API where no base URL is given", async () => {
    const fetch = vi.fn<Fetch>(async () => Response.json(answerOf("getBalance")));
    await impatientClient({ fetch }).client.getBalance();
    expect(fetch.mock.calls[0]?.[0]).toBe(baseUrl + operations.getBalance.path);
  });

  test("is made by the `fetch` that the runtime has at that time", async () => {
    const { client } = impatientClient({});
    const fetch = vi
      .spyOn(globalThis, "fetch")
      .mockResolvedValue(Response.json(answerOf("getBalance")));
    await client.getBalance();
    expect(fetch).toHaveBeenCalledOnce();
    fetch.mockRestore();
  });
});

describe("a fetch that caches, as that of Next.js does with a POST too", () => {
  function cachingFetch() {
    const known = new Map<string, Promise<Response>>();
    return vi.fn<Fetch>(async (input, init) => {
      if ((init ?? (input as Request)).cache === "no-store") return fetch(input, init);
      const key = typeof input === "string" ? `${input} ${init?.body}` : input.url;
      const answer = known.get(key) ?? fetch(input, init);
      known.set(key, answer);
      return (await answer).clone();
    });
  }

  test.each([
    ["itself", undefined],
    ["a middleware", [(request: Request, next: (request: Request) => unknown) => next(request)]],
  ])("answers no call out of its cache: by %s", async (_, middleware) => {
    const { baseUrl, arrived } = await serve(
      success("send"),
      success("send"),
      success("getStatus"),
    );
    const fetch = cachingFetch();
    const { client } = impatientClient({ baseUrl, fetch, middleware } as SmsClientOptions);
    for (const call of [calls.send, calls.send, calls.getStatus, calls.getStatus])
      await call(client);
    expect(arrived).toHaveLength(4);
    for (const [, init] of fetch.mock.calls) expect(init?.cache).toBe("no-store");
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])(
    "with %d is not followed, so the key stays here",
    async (status) => {
      const elsewhere = await serve(success("send"));
      const { baseUrl, arrived } = await serve({
        status,
        headers: { location: `${elsewhere.baseUrl}/sms/send` },
      });
      for (const middleware of [
        [],
        [(request: Request, next: (request: Request) => Promise<Response>) => next(request)],
        // One that makes a request of its own, which would follow redirects.
        [
          async (request: Request, next: (request: Request) => Promise<Response>) => {
            const { url, method, headers } = request;
            return next(new Request(url, { method, headers, body: await request.text() }));
          },
        ],
      ]) {
        const { client, waits } = impatientClient({ baseUrl, middleware });
        const error = await failureOf(client.send(request));
        expect(error.message).toBe(
          `send was answered with ${status} and no error of the API: check baseUrl.`,
        );
        const deliveryUnknown = status === 302 || status === 303;
        expect(error).toMatchObject({ status, retryable: false, deliveryUnknown });
        expect(waits).toEqual([]);
        expect(arrived.splice(0)).toHaveLength(1);
      }
      expect(elsewhere.arrived).toEqual([]);
    },
  );
});

describe("once the API has answered by itself", () => {
  test("a redirect fails as a broken connection does, and the key stays here", async () => {
    const elsewhere = await serve(success("send"));
    for (const status of [301, 302, 303, 307, 308]) {
      const { baseUrl, arrived } = await serve(success("send"), {
        status,
        headers: { location: `${elsewhere.baseUrl}/sms/send` },
      });
      const { client, waits } = impatientClient({ baseUrl });
      await client.send(request);
      expect(await failureOf(client.send(request))).toMatchObject({
        name: "SmsConnectionError",
        message: expect.stringContaining("unexpected redirect"),
        retryable: false,
        deliveryUnknown: true,
      });
      expect([arrived.length, waits]).toEqual([2, []]);
    }
    expect(elsewhere.arrived).toEqual([]);
  });

  test("a call with options of its own knows it too", async () => {
    const fetch = vi.spyOn(globalThis, "fetch");
    const { baseUrl } = await serve(success("getBalance"));
    const { client } = impatientClient({ baseUrl });
    for (const options of [{ timeout: 5_000 }, {}, undefined]) await client.getBalance(options);
    expect(fetch.mock.calls.map(([, init]) => init?.redirect)).toEqual([
      "manual",
      "error",
      "error",
    ]);
    fetch.mockRestore();
  });

  test("an error of the API proves nothing, since a proxy may have made it", async () => {
    const { baseUrl } = await serve(refusal("NOT_FOUND"), { status: 308 });
    const { client } = impatientClient({ baseUrl });
    await failureOf(client.getBalance());
    expect(await failureOf(client.getBalance())).toMatchObject({ status: 308 });
  });

  test("a fetch that was put in is asked as before", async () => {
    const asked: unknown[] = [];
    const fetch: Fetch = async (_, init) => {
      asked.push(init?.redirect);
      return Response.json(answerOf("getBalance"));
    };
    const { client } = impatientClient({ fetch });
    await client.getBalance();
    await client.getBalance();
    expect(asked).toEqual(["manual", "manual"]);
  });
});

describe("a connection that fails", () => {
  const noAnswer: [string, Answer][] = [
    ["is reset once the request has arrived", (response) => response.socket?.resetAndDestroy()],
    ["is closed once the request has arrived", (response) => response.socket?.end()],
    [
      "is closed after half of the head",
      (response) => response.socket?.end("HTTP/1.1 200 OK\r\ncontent-le"),
    ],
    [
      "is closed after half of the body",
      (response) =>
        response.socket?.end(
          'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"messageId":"gcm_msg_1"}',
        ),
    ],
    [
      "is closed in the midst of a chunk",
      (response) =>
        response.socket?.end(
          'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\n{"messageId":"gcm_msg_1"}',
        ),
    ],
    [
      "answers something else than HTTP",
      (response) => response.socket?.end("220 mail.example ESMTP\r\n"),
    ],
  ];

  test.each(noAnswer)(
    "%s: a send is not repeated, since it may have been accepted",
    async (_, answer) => {
      const { baseUrl, arrived } = await serve(answer);
      const { client, waits } = impatientClient({ baseUrl });
      const error = await failureOf(client.send(request));
      expect(error).toMatchObject({
        name: "SmsConnectionError",
        message: expect.stringMatching(
          /^send lost its connection: .+\. The message may have been accepted: do not send it again\.$/,
        ),
        status: undefined,
        code: undefined,
        retryable: false,
        deliveryUnknown: true,
        cause: expect.any(Error),
      });
      expect(arrived).toHaveLength(1);
      expect(waits).toEqual([]);
    },
  );

  test.each(noAnswer)("%s: reads and cancels are repeated", async (_, answer) => {
    for (const id of ["getStatus", "getBatch", "getBalance", "cancelScheduled"] as const) {
      const { baseUrl, arrived } = await serve(answer, answer, success(id));
      const { client, waits } = impatientClient({ baseUrl });
      await expect(calls[id](client)).resolves.toEqual(answerOf(id));
      expect(arrived).toHaveLength(3);
      expect(waits).toHaveLength(2);
    }
  });

  test("every time leaves the last error of a read", async () => {
    const { baseUrl, arrived } = await serve((response) => response.socket?.resetAndDestroy());
    const error = await failureOf(impatientClient({ baseUrl }).client.getBalance());
    expect(error).toMatchObject({
      name: "SmsConnectionError",
      message: expect.stringMatching(/^getBalance lost its connection: \w+\.$/),
      retryable: true,
      deliveryUnknown: false,
    });
    expect(arrived).toHaveLength(3);
  });

  test("to a server that is not there is tried again, for a send too", async () => {
    const { client, waits } = impatientClient({ baseUrl: await closedBaseUrl() });
    const error = await failureOf(client.send(request));
    expect(error).toMatchObject({
      name: "SmsConnectionError",
      message: "send lost its connection: ECONNREFUSED.",
      retryable: true,
      deliveryUnknown: false,
    });
    expect(error.cause).toMatchObject({ name: "TypeError", message: "fetch failed" });
    expect(waits).toHaveLength(2);
  });

  test("to a name that nobody has is tried again, for a send too", async () => {
    const { client, waits } = impatientClient({ baseUrl: "https://nowhere.invalid/v1" });
    const error = await failureOf(client.send(request));
    expect(error).toMatchObject({
      name: "SmsConnectionError",
      retryable: true,
      deliveryUnknown: false,
    });
    expect(waits).toHaveLength(2);
  });

  test("before a byte was sent may go well the next time", async () => {
    const { baseUrl, arrived } = await serve(success("send"));
    const refused = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
    });
    // A server cannot refuse a connection and take the next, so the first one is refused by `fetch`.
    const fetch = vi.fn<Fetch>(globalThis.fetch).mockRejectedValueOnce(refused);
    const { client } = impatientClient({ baseUrl, fetch });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(arrived).toHaveLength(1);
  });

  test("has the innermost reason in its message", async () => {
    const reasons: [unknown, string][] = [
      [new Error("outer", { cause: new Error("inner") }), "inner"],
      [
        new Error("outer", { cause: Object.assign(new Error("inner"), { code: "E_INNER" }) }),
        "E_INNER",
      ],
      [new Error("alone"), "alone"],
      [Object.assign(new Error("alone"), { code: 23 }), "23"],
      ["a text", "a text"],
      [undefined, "undefined"],
    ];
    for (const [thrown, reason] of reasons) {
      // `fetch` is put in, since it is to fail with what no runtime fails with.
      const fetch = () => Promise.reject(thrown);
      const error = await failureOf(impatientClient({ fetch, maxRetries: 0 }).client.getBalance());
      expect(error.message).toBe(`getBalance lost its connection: ${reason}.`);
      const { message } = (thrown ?? {}) as Partial<Error>;
      expect(error.cause).toEqual(message ? expect.objectContaining({ message }) : thrown);
    }
  });

  test("with an error that throws at once, as a wrong `fetch` does, is a failure like any other", async () => {
    const fetch = () => {
      throw new TypeError("fetch is no function");
    };
    const error = await failureOf(impatientClient({ fetch }).client.send(request));
    expect(error).toMatchObject({ name: "SmsConnectionError", deliveryUnknown: true });
  });
});

describe("an error's status stands, however its body ends", () => {
  const half =
    (status: number): Answer =>
    (response) =>
      response.socket?.end(
        `HTTP/1.1 ${status} \r\nretry-after: 3\r\ncontent-length: 99\r\n\r\n{"error":{"code`,
      );

  test("429: a send is repeated", async () => {
    const { baseUrl, arrived } = await serve(half(429), success("send"));
    const { client, waits } = impatientClient({ baseUrl });
    await expect(client.send(request)).resolves.toEqual(answerOf("send"));
    expect(waits).toEqual([3_000]);
    expect(arrived).toHaveLength(2);
  });

  test("500: a send is not", async () => {
    const { baseUrl, arrived } = await serve(half(500), success("send"));
    const error = await failureOf(impatientClient({ baseUrl }).client.send(request));
    expect(error).toMatchObject({
      name: "SmsError",
      status: 500,
      retryAfter: 3,
      deliveryUnknown: true,
    });
    expect(arrived).toHaveLength(1);
  });

  test("404: a read is not", async () => {
    const { baseUrl, arrived } = await serve(half(404), success("getStatus"));
    const error = await failureOf(impatientClient({ baseUrl }).client.getStatus("1"));
    expect(error).toMatchObject({ name: "SmsError", status: 404, retryable: false });
    expect(arrived).toHaveLength(1);
  });

  test("also when its body never ends", async () => {
    const { baseUrl, arrived } = await serve(
      (response) => response.writeHead(429).write("{"),
      success("send"),
    );
    const { client } = impatientClient({ baseUrl });
    await expect(client.send(request, { timeout: 300 })).resolves.toEqual(answerOf("send"));
    expect(arrived).toHaveLength(2);
  });
});

describe("a timeout", () => {
  const stalls: [string, Answer][] = [
    ["before the head", () => {}],
    ["in the body", (response) => response.writeHead(200).write('{"messageId":')],
  ];

  test.each(stalls)(
    "%s: a send is not repeated, since it may have been accepted",
    async (_, answer) => {
      const { baseUrl, arrived } = await serve(answer);
      const { client, waits } = impatientClient({ baseUrl, timeout: 300 });
      const error = await failureOf(client.send(request));
      expect(error).toMatchObject({
        name: "SmsTimeoutError",
        message:
          "send was not answered within its timeout. The message may have been accepted: do not send it again.",
        status: undefined,
        retryable: false,
        deliveryUnknown: true,
      });
      expect(error).not.toHaveProperty("cause");
      expect(arrived).toHaveLength(1);
      expect(waits).toEqual([]);
    },
  );

  test.each(stalls)("%s: a read is repeated, with all its time again", async (_, answer) => {
    const { baseUrl, arrived } = await serve(answer, answer, success("getStatus"));
    const { client, waits } = impatientClient({ baseUrl });
    await expect(client.getStatus("1", { timeout: 300 })).resolves.toEqual(answerOf("getStatus"));
    expect(arrived).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  test("every time leaves an error that allows to try again", async () => {
    const { baseUrl } = await serve(() => {});
    const error = await failureOf(
      impatientClient({ baseUrl, timeout: 50 }).client.cancelScheduled("1"),
    );
    expect(error).toMatchObject({
      name: "SmsTimeoutError",
      message: "cancelScheduled was not answered within its timeout.",
      retryable: true,
      deliveryUnknown: false,
    });
  });

  test("ends the connection", async () => {
    const closed = Promise.withResolvers<void>();
    const { baseUrl } = await serve((response) => response.once("close", closed.resolve));
    await failureOf(impatientClient({ baseUrl, timeout: 50 }).client.send(request));
    await closed.promise;
  });

  // What ignores its signal can only be put in.
  test.each([
    ["a fetch", () => new Promise<Response>(() => {})],
    ["the body of a fetch", async () => new Response(new ReadableStream())],
  ])("does not wait for %s that ignores its signal", async (_, fetch) => {
    const error = await failureOf(impatientClient({ fetch, timeout: 20 }).client.send(request));
    expect(error).toMatchObject({ name: "SmsTimeoutError", deliveryUnknown: true });
  });
});

describe("an abort", () => {
  test("while nothing is answered: the message may have been accepted", async () => {
    const controller = new AbortController();
    const { baseUrl, arrived } = await serve(() => controller.abort("enough"));
    const { client, waits } = impatientClient({ baseUrl });
    const error = await failureOf(client.send(request, { signal: controller.signal }));
    expect(error).toMatchObject({
      name: "SmsAbortError",
      message: "send was aborted. The message may have been accepted: do not send it again.",
      cause: "enough",
      retryable: false,
      deliveryUnknown: true,
    });
    expect(arrived).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test("while the body is read: the message may have been accepted", async () => {
    const controller = new AbortController();
    const { baseUrl } = await serve((response) => response.writeHead(200).write('{"messageId":'));
    const fetch: Fetch = async (...call) => {
      const response = await globalThis.fetch(...call);
      setImmediate(() => controller.abort());
      return response;
    };
    const { client } = impatientClient({ baseUrl, fetch });
    const error = await failureOf(client.send(request, { signal: controller.signal }));
    expect(error).toMatchObject({ name: "SmsAbortError", deliveryUnknown: true });
    expect(error.cause).toBe(controller.signal.reason);
  });

  test("of a read or a cancel leaves nothing unknown, and nothing is repeated", async () => {
    for (const id of ["getStatus", "cancelScheduled"] as const) {
      const controller = new AbortController();
      const { baseUrl, arrived } = await serve(() => controller.abort());
      const { client } = impatientClient({ baseUrl });
      const error = await failureOf(client[id]("1", { signal: controller.signal }));
      expect(error).toMatchObject({
        name: "SmsAbortError",
        message: `${id} was aborted.`,
        retryable: false,
        deliveryUnknown: false,
      });
      expect(arrived).toHaveLength(1);
    }
  });

  test("by the hook that is told of the request comes before it leaves", async () => {
    const controller = new AbortController();
    const { baseUrl, arrived } = await serve(success("send"));
    const { client } = impatientClient({ baseUrl, onRequest: () => controller.abort() });
    const error = await failureOf(client.send(request, { signal: controller.signal }));
    expect(error).toMatchObject({
      name: "SmsAbortError",
      message: "send was aborted.",
      deliveryUnknown: false,
    });
    expect(arrived).toEqual([]);
  });

  test("with the error of another connection says nothing of this one", async () => {
    const controller = new AbortController();
    const reason = Object.assign(new Error("the database is gone"), {
      code: "ECONNREFUSED",
      syscall: "connect",
    });
    const { baseUrl } = await serve(() => controller.abort(reason));
    const error = await failureOf(
      impatientClient({ baseUrl }).client.send(request, { signal: controller.signal }),
    );
    expect(error).toMatchObject({ name: "SmsAbortError", cause: reason, deliveryUnknown: true });
  });

  test("does not wait for a fetch that ignores its signal", async () => {
    const controller = new AbortController();
    const fetch = () => {
      setImmediate(() => controller.abort());
      return new Promise<Response>(() => {});
    };
    const error = await failureOf(
      impatientClient({ fetch }).client.send(request, { signal: controller.signal }),
    );
    expect(error).toMatchObject({ name: "SmsAbortError", deliveryUnknown: true });
  });
});

describe("no error holds the key or the text", () => {
  const secretsOf = (error: SmsError) => {
    const shown =
      inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error) + error.stack;
    return [apiKey, request.message, JSON.stringify(request.message).slice(1, -1)].filter(
      (secret) => shown.includes(secret),
    );
  };

  test("of an answer that repeats them", async () => {
    const message = `No ${apiKey} may send ${request.message}`;
    const { baseUrl } = await serve(json(422, errorBody("TEMPLATE_MISMATCH", message)));
    const error = await failureOf(impatientClient({ baseUrl }).client.send(request));
    expect(error.message).toBe("No [redacted] may send [redacted]");
    expect(secretsOf(error)).toEqual([]);
  });

  test("of an answer that repeats the text as the body had it", async () => {
    const { baseUrl } = await serve(
      json(422, errorBody("TEMPLATE_MISMATCH", String.raw`No template fits She said \"no\"\n.`)),
    );
    const { client } = impatientClient({ baseUrl });
    const error = await failureOf(client.send({ ...request, message: 'She said "no"\n' }));
    expect(error.message).toBe("No template fits [redacted].");
  });

  test("of a server that echoes, whose answer Node keeps with the error", async () => {
    const baseUrl = await serveSockets((socket) => socket.pipe(socket));
    for (const message of [request.message, 'She said "no"\n']) {
      const error = await failureOf(
        impatientClient({ baseUrl }).client.send({ ...request, message }),
      );
      expect(error.message).toContain("does not match the HTTP/1.1 protocol");
      expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("She said");
      expect(secretsOf(error)).toEqual([]);
    }
  });

  test("of a `fetch` or a middleware that repeats them", async () => {
    const { message } = request;
    const faults = [
      new Error(`${apiKey} ${message}`),
      new Error("outer", {
        cause: Object.assign(new Error(JSON.stringify(request)), { header: apiKey }),
      }),
      `${apiKey} ${message}`,
    ];
    for (const fault of faults) {
      const fetch = () => Promise.reject(fault);
      const middleware = [() => Promise.reject(fault)];
      for (const options of [{ fetch }, { middleware }]) {
        const error = await failureOf(
          impatientClient({ ...options, maxRetries: 0 }).client.send(request),
        );
        expect(error.message).toContain("[redacted]");
        if (fault instanceof Error) expect(secretsOf(error)).toEqual([]);
      }
    }
  });

  test("also where the text is empty or no text", async () => {
    const { baseUrl } = await serve(refusal("MISSING_FIELD"));
    for (const message of ["", undefined, null, 42, {}]) {
      const wrong = { ...request, message } as unknown as SendRequest;
      const error = await failureOf(impatientClient({ baseUrl }).client.send(wrong));
      expect(error).toMatchObject({ name: "MissingFieldError", message: "What is wrong." });
    }
  });
});

test("the operations that are one call are those of the document", () => {
  const ids: OperationId[] = [...Object.keys(calls), "sendBulk"] as OperationId[];
  expect(ids.sort()).toEqual(Object.keys(operations).sort());
});

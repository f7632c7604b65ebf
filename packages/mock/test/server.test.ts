import { createHmac } from "node:crypto";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { errorCodes, maxBodyBytes, messageStatuses, webhookEvents } from "@getclickmedia/sms-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../src/index.ts";
import { createMockServer } from "../src/server.ts";
import { overOneConnection } from "./over-one-connection.ts";

const document = await readDocument();
const [sendOperation, bulkOperation] = operationsOf(document);
const send = examplesOf(sendOperation?.requestBody)[0]?.[1].value as Record<string, unknown>;
const bulk = examplesOf(bulkOperation?.requestBody)[0]?.[1].value as Record<string, unknown>;
const key = { "x-api-key": "gcm_test_mock" };
const json = { ...key, "content-type": "application/json" };

const lines: object[] = [];
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, log: (line) => lines.push(line) });
});
afterAll(() => mock.close());

/** Any JSON body, for the tests to look into. */
// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what these tests check.
const bodyOf = async (response: Response): Promise<any> => response.json();

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${mock.url}${path}`, {
    method: "POST",
    headers: { ...json, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${mock.url}${path}`, { headers: { ...key, ...headers }, redirect: "manual" });

describe("the API's own errors", () => {
  const faults: [what: string, status: number, code: string, request: () => Promise<Response>][] = [
    ["no key", 401, "INVALID_API_KEY", () => fetch(`${mock.url}/account/balance`)],
    [
      "a key of neither prefix",
      401,
      "INVALID_API_KEY",
      () => get("/account/balance", { "x-api-key": "gcm_prod_1" }),
    ],
    [
      "a required field missing",
      400,
      "MISSING_FIELD",
      () => post("/sms/send", { ...send, templateId: undefined }),
    ],
    [
      "a bad recipient",
      400,
      "INVALID_NUMBER",
      () => post("/sms/send", { ...send, to: "+919876543210" }),
    ],
    [
      "a bad recipient in a list",
      400,
      "INVALID_NUMBER",
      () => post("/sms/bulk", { ...bulk, recipients: ["91"] }),
    ],
    ["malformed JSON", 400, "INVALID_REQUEST", () => post("/sms/send", '{"to":')],
    ["a wrong type", 400, "INVALID_REQUEST", () => post("/sms/send", { ...send, message: 5 })],
    ["an unknown type", 400, "INVALID_REQUEST", () => post("/sms/send", { ...send, type: "otp" })],
    ["an unknown field", 400, "INVALID_REQUEST", () => post("/sms/send", { ...send, sender: "x" })],
    [
      "too many recipients",
      400,
      "INVALID_REQUEST",
      () => post("/sms/bulk", { ...bulk, recipients: new Array(10_001).fill(send.to) }),
    ],
    [
      "a bad date",
      400,
      "INVALID_REQUEST",
      () => post("/sms/send", { ...send, scheduleAt: "24 June" }),
    ],
    ["an unknown path", 404, "NOT_FOUND", () => get("/sms/nothing")],
    ["another method", 405, "INVALID_REQUEST", () => get("/sms/send")],
    [
      "another content type",
      415,
      "INVALID_REQUEST",
      () => post("/sms/send", "to=1", { "content-type": "application/x-www-form-urlencoded" }),
    ],
    [
      "a body over the limit",
      413,
      "INVALID_REQUEST",
      () => post("/sms/send", JSON.stringify(send).padEnd(maxBodyBytes + 1)),
    ],
  ];

  test.each(faults)("%s is %i %s", async (_, status, code, request) => {
    const [first, second] = [await request(), await request()];
    expect(first.status).toBe(status);
    expect(first.headers.get("content-type")).toBe("application/json");
    const { error } = await bodyOf(first);
    expect(error).toEqual({
      code,
      message: expect.stringMatching(/\.$/),
      requestId: expect.stringMatching(/^req_[0-9a-f]{32}$/),
    });
    expect((await bodyOf(second)).error.requestId).not.toBe(error.requestId);
  });

  test("a missing field and a bad number are named", async () => {
    const missing = await bodyOf(await post("/sms/send", { ...send, senderId: undefined }));
    expect(missing.error.message).toContain("senderId");
    const number = await bodyOf(await post("/sms/bulk", { ...bulk, recipients: [send.to, "1"] }));
    expect(number.error.message).toContain("recipients[1]");
  });

  test("a 405 lists the methods of the path", async () => {
    expect((await get("/sms/send")).headers.get("allow")).toBe("POST");
    expect((await post("/account/balance", {})).headers.get("allow")).toBe("GET, HEAD");
  });

  test("a body of exactly the limit is read", async () => {
    const text = JSON.stringify(send);
    const padding = " ".repeat(maxBodyBytes - Buffer.byteLength(text));
    expect((await post("/sms/send", text + padding)).status).toBe(200);
    expect((await post("/sms/send", `${text + padding} `)).status).toBe(413);
  });
});

describe("the examples", () => {
  test("a request that equals an example is answered with its pair", async () => {
    for (const operation of operationsOf(document)) {
      for (const [name, { value }] of examplesOf(operation.responses["200"])) {
        const [parameter] = operation.parameters ?? [];
        const id = parameter?.examples?.[name]?.value;
        const path = operation.path.replace(/\{\w+\}/, String(id));
        const body = examplesOf(operation.requestBody).find(([known]) => known === name)?.[1].value;
        const response = await fetch(`${mock.url}${path}`, {
          method: operation.method,
          headers: body === undefined ? key : json,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        expect(response.status).toBe(200);
        expect(await bodyOf(response)).toEqual(value);
      }
    }
  });

  test("a request that the document has refused is answered with its error", async () => {
    const errors: [status: number, code: string, request: () => Promise<Response>][] = [
      [422, "SENDER_NOT_REGISTERED", () => post("/sms/send", { ...send, senderId: "NOTREG" })],
      [404, "NOT_FOUND", () => get("/sms/status/gcm_msg_0000000000")],
      [404, "NOT_FOUND", () => get("/sms/batch/gcm_batch_000000")],
    ];
    for (const [status, code, request] of errors) {
      const response = await request();
      expect(response.status).toBe(status);
      expect((await bodyOf(response)).error).toMatchObject({
        code,
        requestId: expect.stringMatching(/^req_[0-9a-f]{32}$/),
      });
    }
    const preferred = await get("/sms/status/gcm_msg_0000000000", { prefer: "code=200" });
    expect(preferred.status).toBe(200);
  });

  test("any other valid request is answered with the first example", async () => {
    const response = await post("/sms/send", { ...send, message: "Something else." });
    expect(await bodyOf(response)).toEqual(
      examplesOf(sendOperation?.responses["200"])[0]?.[1].value,
    );
  });

  test("Prefer by name gives the example as it stands", async () => {
    const response = await post("/sms/send", send, {
      prefer: "code=422, example=templateMismatch",
    });
    expect(response.status).toBe(422);
    const examples = Object.fromEntries(examplesOf(sendOperation?.responses["422"]));
    expect(await bodyOf(response)).toEqual(examples.templateMismatch?.value);
  });

  test("Prefer by code gives its error with a fresh requestId and its headers", async () => {
    const response = await post("/sms/send", send, { prefer: "code=429" });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    const { error } = await bodyOf(response);
    expect(error.code).toBe(errorCodes.RATE_LIMIT_EXCEEDED.name);
    expect(error.requestId).toMatch(/^req_[0-9a-f]{32}$/);
  });

  test("Prefer does not excuse an invalid request", async () => {
    expect((await post("/sms/send", {}, { prefer: "code=200" })).status).toBe(400);
  });

  test("the 301 leads to the same path over HTTPS and has no body", async () => {
    const response = await get("/account/balance", { prefer: "code=301" });
    expect(response.status).toBe(301);
    expect(response.headers.get("location")).toBe(`${document.servers[0]?.url}/account/balance`);
    expect(await response.text()).toBe("");
  });

  test("the base path may be left out", async () => {
    const response = await fetch(`http://127.0.0.1:${mock.port}/account/balance`, { headers: key });
    expect(response.status).toBe(200);
  });
});

describe("webhooks to order", () => {
  const deliveries: { signature: unknown; body: string }[] = [];
  const receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    deliveries.push({ signature: request.headers["x-gcm-signature"], body });
    response.writeHead(204).end();
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => receiver.close());

  const order = (value: unknown, contentType = "application/json") =>
    fetch(`http://127.0.0.1:${mock.port}/_control/webhooks`, {
      method: "POST",
      headers: { "content-type": contentType },
      body: typeof value === "string" ? value : JSON.stringify(value),
    });

  test("every event arrives as its example, signed", async () => {
    for (const [event, { status }] of Object.entries(webhookEvents)) {
      const response = await order({ event, url, secret: "s3cret" });
      expect(await bodyOf(response)).toEqual({ status: 204 });
      const delivery = deliveries.at(-1);
      expect(JSON.parse(delivery?.body ?? "")).toMatchObject({ event, status });
      expect(delivery?.signature).toBe(
        createHmac("sha256", "s3cret")
          .update(delivery?.body ?? "")
          .digest("hex"),
      );
    }
    expect(deliveries).toHaveLength(Object.keys(messageStatuses).length);
  });

  test("the documented signature is that of the documented example", async () => {
    const signature = document.webhooks["sms.delivered"]?.post.parameters?.[0];
    const [name = "", example] = Object.entries(signature?.examples ?? {})[0] ?? [];
    expect(name).toBe("delivered");
    await order({ event: "sms.delivered", url, secret: signature?.["x-gcm-example-secret"] });
    expect(deliveries.at(-1)?.signature).toBe(example?.value);
  });

  test("an order that is not declared as JSON is refused, as a page could send it", async () => {
    const before = deliveries.length;
    const valid = { event: "sms.failed", url, secret: "s" };
    for (const contentType of ["text/plain;charset=UTF-8", "application/x-www-form-urlencoded"]) {
      expect((await order(valid, contentType)).status).toBe(415);
    }
    expect(deliveries).toHaveLength(before);
  });

  test.each([
    ["{", "not valid JSON"],
    [{ event: "toString", url: "http://127.0.0.1:1/", secret: "s" }, "event must be one of"],
    [{ event: "sms.lost", url: "http://127.0.0.1:1/", secret: "s" }, "event must be one of"],
    [{ event: "sms.failed", url: "http://127.0.0.1:1/", secret: "" }, "secret must be"],
    [{ event: "sms.failed", url: "http://192.0.2.1/", secret: "s" }, "on this machine"],
    [{ event: "sms.failed", url: "https://127.0.0.1/", secret: "s" }, "on this machine"],
    [{ event: "sms.failed", url: "http://127.0.0.1:1/", secret: "s" }, "did not answer"],
  ])("the order %j is refused", async (value, message) => {
    const response = await order(value);
    expect(response.status).toBe(400);
    expect((await bodyOf(response)).error.message).toContain(message);
  });
});

describe("the control paths", () => {
  const control = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${mock.port}/_control/${path}`, init);

  test("answer a page of another origin nothing that it could read or pass", async () => {
    const origin = { origin: "http://localhost:4000" };
    const answers = [
      await control("health", { headers: origin }),
      await control("webhooks", { method: "POST", body: "{}", headers: origin }),
      await control("webhooks", {
        method: "OPTIONS",
        headers: {
          ...origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "content-type",
        },
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403]);
    for (const { headers } of answers) {
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });

  test("are steered under this machine's names alone, as a page could have its own name point here", async () => {
    const named = await listen(await createMockServer(document, ["Mock.test"]));
    const statuses = (port: number, path: string, hosts: string[]) =>
      Promise.all(
        hosts.map(async (host) => {
          const head = `${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
          const end = "content-length: 2\r\nconnection: close\r\n\r\n{}";
          const [, status] = / (\d+) /.exec(await overOneConnection(port, [head + end])) ?? [];
          return Number(status);
        }),
      );
    const hosts = ["evil.example", "mock.test:4010", "localhost:4010", "[::1]"];
    const order = "POST /_control/webhooks";
    expect(await statuses(mock.port, order, hosts)).toEqual([403, 403, 400, 400]);
    expect(await statuses(named.port, order, hosts)).toEqual([403, 400, 400, 400]);
    expect(await statuses(mock.port, "GET /_control/health", hosts)).toEqual([200, 200, 200, 200]);
    await named.close();
  });

  test("are two, and others are not found", async () => {
    expect((await control("webhooks")).status).toBe(404);
    expect((await control("nothing")).status).toBe(404);
  });
});

describe("the server", () => {
  test("has a health path that needs no key", async () => {
    const response = await fetch(`http://127.0.0.1:${mock.port}/_control/health`);
    expect(await bodyOf(response)).toEqual({ status: "ok" });
  });

  test("may be called by a page of another origin", async () => {
    const origin = "http://localhost:4000";
    const preflight = await fetch(`${mock.url}/sms/send`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("x-api-key");
    const answer = await fetch(`${mock.url}/account/balance`, { headers: { ...key, origin } });
    for (const { headers } of [preflight, answer])
      expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  test("answers a HEAD as the GET, without the body", async () => {
    const [whole, head] = [
      await get("/account/balance"),
      await fetch(`${mock.url}/account/balance`, { method: "HEAD", headers: key }),
    ];
    expect(head.status).toBe(200);
    expect(head.headers.get("content-length")).toBe(whole.headers.get("content-length"));
    expect(await head.text()).toBe("");
  });

  test("refuses a body over the limit before it looks at anything else", async () => {
    const response = await fetch(`${mock.url}/sms/nothing`, {
      method: "PUT",
      body: " ".repeat(maxBodyBytes + 1),
    });
    expect(response.status).toBe(413);
  });

  test("tells its log no key and no text", async () => {
    lines.length = 0;
    await post("/sms/send?secret=1", send);
    expect(lines).toEqual([{ method: "POST", path: "/v1/sms/send", status: 400 }]);
  });

  test("closes the connection cleanly after a body over the limit", async () => {
    const answer = await overOneConnection(mock.port, [
      `POST /v1/sms/send HTTP/1.1\r\nhost: x\r\ncontent-length: ${3 * maxBodyBytes}\r\n\r\n`,
      " ".repeat(3 * maxBodyBytes),
    ]);
    expect(answer).toMatch(
      /^HTTP\/1\.1 413 [\s\S]*connection: close[\s\S]*"requestId":"req_\w+"}}$/i,
    );
  });

  test("answers and closes when a body has no end", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${mock.url}/sms/send`, { method: "POST", headers: json });
      let answered = false;
      request.on("response", (response) => {
        answered = true;
        response.resume();
        resolve(response.statusCode);
      });
      // Writing on after the answer ends in a reset, which is the server's right.
      request.on("error", (error) => answered || reject(error));
      const pump = () => answered || request.write(Buffer.alloc(maxBodyBytes), pump);
      pump();
    });
    expect(status).toBe(413);
    expect((await get("/account/balance")).status).toBe(200);
  });

  test("survives 10,000 malformed requests", async () => {
    const counts = new Map<number, number>();
    const bodies = [
      "",
      "{",
      "[",
      "null",
      "0",
      '"',
      "\u0000",
      "[[[[[[",
      '{"to":{"to":{}}}',
      '{"__proto__":{"to":1}}',
      JSON.stringify({ ...send, to: [] }),
      JSON.stringify({ ...send, message: {} }),
      `${"[".repeat(5000)}`,
      `{"a":${"9".repeat(2000)}}`,
      "\ud800",
      "é".repeat(200),
    ];
    const paths = ["/sms/send", "/sms/bulk", "/sms/send?%", "/sms//send", "/%00", "/sms/status/%"];
    let next = 0;
    const worker = async () => {
      while (next < 10_000) {
        const index = next++;
        const response = await post(
          paths[index % paths.length] ?? "",
          bodies[(index * 7 + (index % 5)) % bodies.length],
          index % 3 === 0 ? { "content-type": `text/${index}` } : {},
        );
        counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
        expect((await bodyOf(response)).error.code).toBeTypeOf("string");
      }
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    expect([...counts.keys()].sort()).toEqual([400, 404, 405, 415]);
    expect([...counts.values()].reduce((sum, count) => sum + count)).toBe(10_000);
    expect((await get("/account/balance")).status).toBe(200);
  });
});

import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import bundle from "@getclickmedia/sms-openapi" with { type: "json" };
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../src/index.ts";

// What the mock answers comes from the document that it is given, and from nothing compiled in.

const folder = await mkdtemp(join(tmpdir(), "mock "));

async function changedSpec(change: (document: typeof bundle) => void): Promise<string> {
  const document = structuredClone(bundle);
  change(document);
  const file = join(folder, "changed.json");
  await writeFile(file, JSON.stringify(document));
  return file;
}

let mock: Mock;
beforeAll(async () => {
  const spec = await changedSpec(({ servers, components }) => {
    servers.splice(0, 2, server("https://sms.example/v9"), server("http://127.0.0.1:4999/v9/"));
    components.schemas.ErrorCode["x-extensible-enum"].INVALID_NUMBER.status = 422;
    components.responses.PayloadTooLarge["x-gcm-max-body-bytes"] = 1000;
    components.securitySchemes.ApiKey.name = "X-Other-Key";
    components.parameters.WebhookSignature.name = "X-Other-Signature";
  });
  mock = await startMock({ port: 0, spec });
});
afterAll(() => mock.close());

const server = (url: string) => ({ url, description: "Elsewhere." });
const headers = { "x-other-key": "gcm_test_changed", "content-type": "application/json" };
const send = bundle.paths["/sms/send"].post.requestBody.content["application/json"].examples.otp;

const post = (body: string) => fetch(`${mock.url}/sms/send`, { method: "POST", headers, body });

test("the printed URL has its base path", () => {
  expect(mock.url).toBe(`http://127.0.0.1:${mock.port}/v9`);
});

test("its base path leads to the operations, and the usual one does not", async () => {
  expect((await fetch(`${mock.url}/account/balance`, { headers })).status).toBe(200);
  const usual = `http://127.0.0.1:${mock.port}/v1/account/balance`;
  expect((await fetch(usual, { headers })).status).toBe(404);
});

test("an error code has its status", async () => {
  const response = await post(JSON.stringify({ ...send.value, to: "1" }));
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ error: { code: "INVALID_NUMBER" } });
});

test("a body over its limit is refused, and one of the limit is not", async () => {
  const text = JSON.stringify(send.value);
  const padding = " ".repeat(1000 - Buffer.byteLength(text));
  expect((await post(text + padding)).status).toBe(200);
  const response = await post(`${text + padding} `);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({
    error: { message: expect.stringContaining("1000 bytes") },
  });
});

test("the 301 leads to its production server", async () => {
  for (const base of [mock.url, `http://127.0.0.1:${mock.port}`]) {
    const response = await fetch(`${base}/account/balance`, {
      headers: { ...headers, prefer: "code=301" },
      redirect: "manual",
    });
    expect(response.headers.get("location")).toBe("https://sms.example/v9/account/balance");
  }
});

test("a page may send its key header", async () => {
  const response = await fetch(`${mock.url}/sms/send`, {
    method: "OPTIONS",
    headers: { origin: "http://localhost:4000", "access-control-request-method": "POST" },
  });
  expect(response.headers.get("access-control-allow-headers")).toContain("x-other-key");
});

test("a webhook is signed in its header", async () => {
  const signatures: unknown[] = [];
  const receiver = createServer((request, response) => {
    signatures.push(request.headers["x-other-signature"]);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  await fetch(`http://127.0.0.1:${mock.port}/_control/webhooks`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ event: "sms.failed", url, secret: "s3cret" }),
  });
  receiver.close();
  expect(signatures).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
});

test("the port is its own, unless another is asked for", async () => {
  const free = await startMock({ port: 0 });
  await free.close();
  const spec = await changedSpec(({ servers }) => {
    servers.splice(1, 1, server(`http://localhost:${free.port}/v8`));
  });
  const other = await startMock({ spec });
  expect(other.url).toBe(`http://127.0.0.1:${free.port}/v8`);
  await other.close();
});

test("an example that is a text is answered as JSON too", async () => {
  const spec = await changedSpec(({ paths }) => {
    const { content } = paths["/account/balance"].get.responses[200];
    Object.assign(content["application/json"], { examples: { words: { value: "plenty" } } });
  });
  const other = await startMock({ port: 0, spec });
  const response = await fetch(`${other.url}/account/balance`, {
    headers: { "x-api-key": "gcm_test_changed" },
  });
  expect(await response.text()).toBe('"plenty"');
  await other.close();
});

import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { bundleFiles, readBundle } from "./bundle.ts";
import { startDocs } from "./serve.ts";

const docs = await startDocs({ port: 0 });
afterAll(() => docs.close());

test("the page is served with headers that keep it to itself", async () => {
  const response = await fetch(docs.url);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/html;charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": "frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
});

test("a browser that has the page gets no second copy", async () => {
  const { headers } = await fetch(docs.url);
  const again = await fetch(docs.url, { headers: { "if-none-match": headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
});

test("the downloads are the plain bundle", async () => {
  const json = await fetch(`${docs.url}/openapi.json`);
  expect(json.headers.get("content-type")).toContain("application/json");
  expect(await json.json()).toEqual(await readBundle());
  const yaml = await fetch(`${docs.url}/openapi.yaml`);
  expect(await yaml.text()).toBe(await readFile(bundleFiles.yaml, "utf8"));
});

test("what is not there is 404, and nothing can be written", async () => {
  expect((await fetch(`${docs.url}/nothing`)).status).toBe(404);
  expect((await fetch(`${docs.url}/..%2fpackage.json`)).status).toBe(404);
  expect((await fetch(docs.url, { method: "POST" })).status).toBe(405);
});

test("a taken port is one clear line", async () => {
  const port = Number(new URL(docs.url).port);
  await expect(startDocs({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken.`);
});

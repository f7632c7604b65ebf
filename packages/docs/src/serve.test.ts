import { readFile } from "node:fs/promises";
import { get, type IncomingHttpHeaders } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { bundleFiles, readBundle } from "./bundle.ts";
import { distFolder } from "./dist.ts";
import { startDocs } from "./serve.ts";

const docs = await startDocs({ port: 0 });
afterAll(() => docs.close());

/** The body as it comes over the wire, which `fetch` would unpack. */
function raw(path: string, headers = {}): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(docs.url + path, { headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ headers: response.headers, body: Buffer.concat(chunks) });
    }).once("error", reject);
  });
}

test.each(["/", "/quick-start/", "/reference/"])(
  "%s is served with headers that keep it to itself",
  async (path) => {
    const response = await fetch(docs.url + path);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/html;charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": "frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    const file = await readFile(`${distFolder}${path}index.html`, "utf8");
    expect((await response.text()) === file).toBe(true);
  },
);

test("a page with many code blocks comes compressed to who takes it, and plain to others", async () => {
  const file = await readFile(`${distFolder}/errors/index.html`);
  const packed = await raw("/errors/", { "accept-encoding": "gzip" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.headers["content-type"]).toBe("text/html;charset=utf-8");
  expect(packed.headers.vary?.toLowerCase()).toContain("accept-encoding");
  expect(gunzipSync(packed.body).equals(file)).toBe(true);
  const plain = await raw("/errors/");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.equals(file)).toBe(true);
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

test.each(["/nothing", "/nothing/at/all/", "/quick-start/nothing"])(
  "%s is not there, which a page says that leads back",
  async (path) => {
    const response = await fetch(docs.url + path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("text/html;charset=utf-8");
    expect(response.headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
    expect(await response.text()).toBe(await readFile(`${distFolder}/404.html`, "utf8"));
  },
);

test.each(["/quick-start", "/reference", "/quick-start?a=1?b"])(
  "%s leads to the page, whose addresses start from its slash",
  async (path) => {
    const [name, ...query] = path.split("?");
    const response = await fetch(docs.url + path, { redirect: "manual" });
    expect(response.status).toBe(301);
    const location = new URL(response.headers.get("location") ?? "", docs.url + path);
    expect(location.href).toBe([`${docs.url}${name}/`, ...query].join("?"));
  },
);

test.each(["//quick-start", "//reference?x", "/pagefind", "/_astro", "/%"])(
  "%s leads nowhere else",
  async (path) => {
    const { headers } = await raw(path);
    expect(headers.location).toBeUndefined();
  },
);

test.each(["bytes=5-2", "bytes=0-0,2-3", "bytes=999999999-", "bytes=x", "lines=1-2"])(
  "the range %s gets the whole file, and the server lives on",
  async (range) => {
    const { body } = await raw("/openapi.json", { range });
    expect(body.equals(await readFile(bundleFiles.json))).toBe(true);
    expect((await fetch(docs.url)).status).toBe(200);
  },
);

test("nothing outside the site is served, and nothing can be written", async () => {
  for (const path of ["/..%2fpackage.json", "/%2e%2e/package.json", "/..%5cpackage.json"])
    expect((await fetch(docs.url + path)).status).toBe(404);
  for (const method of ["POST", "PUT", "DELETE"]) {
    const response = await fetch(docs.url, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  }
});

test("a taken port is one clear line", async () => {
  const port = Number(new URL(docs.url).port);
  await expect(startDocs({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken.`);
});

import { createServer } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type Listening, listen } from "./listen.ts";
import { parsePort } from "./parse-port.ts";

const open: Listening[] = [];
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close();
});

async function serve(port?: number, host?: string): Promise<Listening> {
  const listening = await listen(
    createServer((_, response) => response.end("here")),
    port,
    host,
  );
  open.push(listening);
  return listening;
}

test("the server answers at its origin until it is closed", async () => {
  const { origin, close } = await serve();
  expect(await (await fetch(origin)).text()).toBe("here");
  await close();
  await expect(fetch(origin)).rejects.toThrow();
});

test("closing does not wait for a connection that is kept open", async () => {
  const { origin, close } = await serve();
  const response = await fetch(origin, { headers: { connection: "keep-alive" } });
  await close();
  await response.text();
});

test.each(["", " "])("the host %j is not taken for every address", async (host) => {
  await expect(serve(0, host)).rejects.toThrow(/^--host is empty\. Give the address [^\n]*$/);
});

test("an IPv6 address stands in brackets", async () => {
  const { origin } = await serve(0, "::1");
  expect(origin).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(origin)).status).toBe(200);
});

test("a server on all addresses is called at this machine's own", async () => {
  for (const [host, own] of [
    ["0.0.0.0", "127.0.0.1"],
    ["0", "127.0.0.1"],
    ["::", "[::1]"],
  ]) {
    const { origin, port } = await serve(0, host);
    expect(origin).toBe(`http://${own}:${port}`);
    expect((await fetch(origin)).status).toBe(200);
  }
});

test("a taken port and a wrong address are one line", async () => {
  const { port } = await serve();
  await expect(serve(port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken. Choose another with --port, or --port 0 for any free one.`,
  );
  await expect(serve(0, "nowhere.invalid")).rejects.toThrow(
    /^Cannot listen on nowhere\.invalid, port 0: \w+\.$/,
  );
});

test("a port is a number from 0 to 65535", () => {
  expect(parsePort("--port", "0")).toBe(0);
  expect(parsePort("--port", "65535")).toBe(65_535);
  for (const text of ["65536", "-1", "1.5", "0x10", "", "port"]) {
    expect(() => parsePort("--port", text)).toThrow("--port must be a number from 0 to 65535, not");
  }
});

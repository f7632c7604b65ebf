import type { IncomingMessage } from "node:http";
import { readDocument } from "@getclickmedia/sms-document";
import { createMakeFault } from "@getclickmedia/sms-request-validation";
import { describe, expect, test } from "vitest";
import { createStrangerFault } from "./own-pages.ts";

const fault = createMakeFault(await readDocument());
const strangerFault = createStrangerFault(["server.test"], fault);
const refusal = (headers: Record<string, string>) =>
  strangerFault({ headers } as unknown as IncomingMessage);

describe("the name that is called", () => {
  test.each([
    "127.0.0.1",
    "127.0.0.1:4020",
    "[::1]:4020",
    "192.168.1.7:4020",
    "localhost",
    "LOCALHOST:4020",
    "app.localhost:4020",
    "server.test:4020",
  ])("%s is this machine's", (host) => {
    expect(refusal({ host })).toBeUndefined();
  });

  test.each([
    "evil.example",
    "localhost.evil.example",
    "notlocalhost",
    "server.test.evil.example",
    "127.0.0.1.evil.example",
    "a b",
    "",
  ])("%s is not", (host) => {
    expect(refusal({ host })).toMatchObject({
      status: 403,
      message: expect.stringContaining("under this name. Use its address, or"),
    });
  });
});

describe("the page that calls", () => {
  const host = "localhost:4020";
  test.each([
    { origin: "http://localhost:4020" },
    { origin: "http://localhost:4020", "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
  ])("%j is the server's own, or no page", (headers) => {
    expect(refusal({ host, ...headers })).toBeUndefined();
  });

  test.each([
    { origin: "http://localhost:3000" },
    { origin: "https://localhost:4020" },
    { origin: "http://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://localhost:4020", "sec-fetch-site": "cross-site" },
  ])("%j is another's", (headers) => {
    expect(refusal({ host, ...headers })).toMatchObject({
      status: 403,
      message: expect.stringContaining("Pages of other origins"),
    });
  });
});

import { expect, test } from "vitest";
import lintYaml from "../lint-yaml.ts";
import serverHttps from "./server-https.ts";

test("accepts HTTPS, and plain HTTP on this machine", async () => {
  expect(
    await lintYaml(
      serverHttps,
      `
      servers:
        - url: https://api.example.com/v1
        - url: http://127.0.0.1:4010/v1
        - url: http://localhost
        - url: http://[::1]:4010
      `,
    ),
  ).toEqual([]);
});

test("reports plain HTTP anywhere else, however the host is dressed up", async () => {
  expect(
    await lintYaml(
      serverHttps,
      `
      servers:
        - url: http://api.example.com/v1
        - url: http://localhost.example.com
        - url: HTTP://127.0.0.1.example.com
      paths:
        /pings:
          servers: [{ url: http://10.0.0.1 }]
      `,
    ),
  ).toMatchInlineSnapshot(`
    [
      "servers > 0 > url: The server http://api.example.com/v1 is plain HTTP, which sends keys in the clear. Use https, or a loopback address.",
      "servers > 1 > url: The server http://localhost.example.com is plain HTTP, which sends keys in the clear. Use https, or a loopback address.",
      "servers > 2 > url: The server HTTP://127.0.0.1.example.com is plain HTTP, which sends keys in the clear. Use https, or a loopback address.",
      "paths > /pings > servers > 0 > url: The server http://10.0.0.1 is plain HTTP, which sends keys in the clear. Use https, or a loopback address.",
    ]
  `);
});

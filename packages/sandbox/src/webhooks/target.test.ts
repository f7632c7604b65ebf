import { expect, test } from "vitest";
import { addressRefusal, checkTarget, guardedLookup, type TargetRules } from "./target.ts";

const closed: TargetRules = { allowPrivate: false };
const open: TargetRules = { allowPrivate: true };

function isAllowed(url: string, rules = closed): boolean {
  return "url" in checkTarget(url, rules);
}

test("names, public addresses and loopback in every notation may be targets", () => {
  for (const host of [
    "example.com",
    "localhost",
    "localhost.",
    "127.0.0.1",
    "127.0.0.1.",
    "127.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "8.8.8.8",
    "172.15.255.255",
    "172.32.0.1",
    "[2606:4700:4700::1111]",
  ]) {
    expect(isAllowed(`http://${host}:3000/webhooks`), host).toBe(true);
    expect(isAllowed(`https://${host}/`), host).toBe(true);
  }
});

const forbidden = [
  "10.0.0.1",
  "10.0.0.1.",
  "10.1",
  "167772161",
  "0xa000001",
  "0x0a.0.0.1",
  "012.0.0.1",
  "①⓪.0.0.1",
  "0",
  "0.0.0.0",
  "0.1.2.3",
  "100.64.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "[::]",
  "[::10.0.0.1]",
  "[::ffff:10.0.0.1]",
  "[::ffff:a00:1]",
  "[0:0:0:0:0:ffff:169.254.169.254]",
  "[::ffff:0.0.0.0]",
  "[::ffff:0:10.0.0.1]",
  "[64:ff9b::10.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b:1::10.0.0.1]",
  "[100::1]",
  "[2001::1]",
  "[2001:db8::1]",
  "[2002:a00:1::]",
  "[3fff::1]",
  "[5f00::1]",
  "[fc00::1]",
  "[fd12:3456::1]",
  "[fe80::1]",
  "[fec0::1]",
  "[ff02::1]",
];

test("private, link-local and special addresses in every notation may not, unless allowed", () => {
  for (const host of forbidden) {
    expect(isAllowed(`http://${host}:3000/webhooks`), host).toBe(false);
    expect(isAllowed(`http://${host}:3000/webhooks`, open), host).toBe(true);
  }
});

test("a refusal says how to allow the address", () => {
  expect(checkTarget("http://192.168.1.1/", closed)).toEqual({
    refusal:
      "leads to a forbidden place: 192.168.1.1 is a private or special address, and webhooks to those are off. Start the sandbox with --allow-private-webhooks to allow them",
  });
});

test("other schemes, credentials and what is no URL are refused whatever is allowed", () => {
  for (const url of [
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "unix:/run/docker.sock",
    "data:text/plain,x",
    "javascript:alert(1)",
    "ws://127.0.0.1/",
    "//127.0.0.1/",
    "127.0.0.1:3000",
    "/webhooks",
    "http://",
    "http://[fe80::1%25eth0]/",
    "http://[fe80::1%eth0]/",
    "http://127.0.0.1:65536/",
    "http://user@127.0.0.1/",
    "http://user:password@127.0.0.1/",
    "http://:password@127.0.0.1/",
    "http://exa mple.com/",
    "",
  ])
    expect(isAllowed(url, open), url).toBe(false);
});

test("an address with a zone is judged by the address", () => {
  expect(addressRefusal("fe80::1%eth0", closed)).toContain("private or special");
  expect(addressRefusal("::ffff:10.0.0.1%eth0", closed)).toContain("private or special");
});

type Resolved = { error: Error | null; address: unknown };

function lookUp(addresses: string[], rules: TargetRules, all: boolean): Promise<Resolved> {
  const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  const lookup = guardedLookup({
    ...rules,
    lookup: (_, options, callback) => {
      expect(options.all).toBe(true);
      callback(null, found);
    },
  });
  return new Promise((resolve) => {
    lookup("rebinding.test", { all }, (error, address) => resolve({ error, address }));
  });
}

test("a name is refused when one of its addresses is forbidden", async () => {
  for (const all of [true, false]) {
    for (const host of forbidden) {
      const address = URL.parse(`http://${host}`)?.hostname.replace(/^\[|\]$/g, "") ?? "";
      const { error } = await lookUp(["8.8.8.8", address], closed, all);
      expect(error?.message, host).toContain("private or special");
      expect((await lookUp(["8.8.8.8", address], open, all)).error).toBeNull();
    }
  }
});

test("a name leads to the very addresses that were checked", async () => {
  const addresses = ["127.0.0.1", "::1"];
  expect(await lookUp(addresses, closed, false)).toEqual({ error: null, address: "127.0.0.1" });
  expect(await lookUp(addresses, closed, true)).toEqual({
    error: null,
    address: [
      { address: "127.0.0.1", family: 4 },
      { address: "::1", family: 6 },
    ],
  });
});

test("the system looks up names unless told otherwise", async () => {
  const address = await new Promise((resolve) => {
    guardedLookup(closed)("localhost", { family: 4 }, (_, found) => resolve(found));
  });
  expect(address).toBe("127.0.0.1");
});

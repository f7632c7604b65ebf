import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyPrefixes } from "@getclickmedia/sms-types";
import { afterAll, expect, test } from "vitest";
import { secretsIn } from "./secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { gcm_live_: live, gcm_test_: sandbox } = keyPrefixes;

async function secretsOf(
  text: string,
  name = "notes.txt",
  encoding?: "utf16le",
): Promise<string[]> {
  writeFileSync(join(folder, name), `first line\n${text}\n`, encoding);
  return secretsIn(folder, [name]);
}

const endings = [
  "8f2kd91ms0a7",
  "A",
  "a_b-c",
  "examples",
  "-x",
  "exampleX",
  "example-8f2kd91ms0a7",
];
test.each(endings)(
  "a live key that ends in %s is told with its line, and not shown",
  async (rest) => {
    const [found, ...more] = await secretsOf(`key = "${live.name}${rest}"`);
    expect(found).toMatch(
      /^notes\.txt:2: this is what looks like a live key\. If it is real, revoke it; /,
    );
    expect(found).not.toContain(`${live.name}${rest}"`);
    expect(found).not.toContain("8f2kd");
    expect(more).toEqual([]);
  },
);

test.each([
  `${live.name}example`,
  `${live.name}example-2`,
  `${live.name}example-aZ09_`,
  `${live.name}example-of-the-environment`,
  `${live.name}`,
  `${sandbox.name}8f2kd91`,
])("%s is no secret", async (text) => {
  expect(await secretsOf(`key = "${text}"`)).toEqual([]);
});

const letters = "0123456789abcdefghijABCDEFGHIJ012345";

test.each([
  ["GITHUB_TOKEN", ["ghp", letters].join("_")],
  ["NPM_ACCESS_TOKEN", ["npm", letters].join("_")],
])("a credential of others (%s) is told too, in what is no text as well", async (kind, token) => {
  for (const [name, encoding] of [
    ["notes.txt"],
    ["notes16.txt", "utf16le"],
    ["icon.png"],
  ] as const) {
    const [found, ...more] = await secretsOf(`\0\u0001 ${token}\0`, name, encoding);
    expect(found).toMatch(new RegExp(`^${name}:2: this looks like a secret \\(${kind}\\)`));
    expect(found).not.toContain(token);
    expect(more).toEqual([]);
  }
});

test("a token of PyPI is told too", async () => {
  const token = ["pypi", `AgE${letters}`].join("-");
  expect(await secretsOf(`password = ${token}`)).toEqual([
    expect.stringMatching(/^notes\.txt:2: this is what looks like a PyPI token\. .*revoke it/),
  ]);
});

const { privateKey: curve } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const { privateKey: edwards } = generateKeyPairSync("ed25519");
const { privateKey: rsa } = generateKeyPairSync("rsa", { modulusLength: 2048 });

test.each([
  ["EC, SEC 1", curve.export({ type: "sec1", format: "pem" })],
  ["EC, PKCS 8", curve.export({ type: "pkcs8", format: "pem" })],
  ["Ed25519", edwards.export({ type: "pkcs8", format: "pem" })],
  ["RSA", rsa.export({ type: "pkcs1", format: "pem" })],
  [
    "encrypted",
    rsa.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "word" }),
  ],
])("a private key (%s) is told once", async (_, key) => {
  expect(await secretsOf(key.toString(), "signing.pem")).toEqual([
    expect.stringMatching(/^signing\.pem:2: this is what looks like a private key\. /),
  ]);
});

test("a public key is no secret", async () => {
  const { publicKey } = generateKeyPairSync("ed25519");
  expect(await secretsOf(publicKey.export({ type: "spki", format: "pem" }).toString())).toEqual([]);
});

test("a live key is found in what is no text, in UTF-16, and in a name", async () => {
  const key = `${live.name}8f2kd91ms0a7`;
  expect(await secretsOf(`\0\u0001${key}\0`, "data.bin")).toHaveLength(1);
  expect(await secretsOf(key, "notes16.txt", "utf16le")).toHaveLength(1);
  expect(await secretsOf("nothing", `notes-${key}.txt`)).toEqual([
    expect.stringMatching(/^notes-\*\*\*\.txt: its name has what looks like a live key/),
  ]);
});

test("of a link its text is read, and not where it leads", async () => {
  const key = `${live.name}8f2kd91ms0a7`;
  symlinkSync(key, join(folder, "link"));
  expect(await secretsIn(folder, ["link"])).toEqual([
    expect.stringMatching(/^link:1: this is what looks like a live key/),
  ]);
  await secretsOf(key, "elsewhere.txt");
  symlinkSync("elsewhere.txt", join(folder, "harmless"));
  expect(await secretsIn(folder, ["harmless"])).toEqual([]);
});

test("an address with a password is told, except of hosts that are nobody's", async () => {
  const address = (host: string) => `fetch("https://user:${"word"}@${host}/")`;
  expect(await secretsOf(address("example.com"))).toEqual([]);
  expect(await secretsOf(address("example.com.corp.io"))).toHaveLength(1);
});

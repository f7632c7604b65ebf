import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

test.each(["8f2kd91ms0a7", "A", "a_b-c", "examples", "-x", "exampleX"])(
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
  `${live.name}`,
  `${sandbox.name}8f2kd91`,
])("%s is no secret", async (text) => {
  expect(await secretsOf(`key = "${text}"`)).toEqual([]);
});

test("credentials of others are told too", async () => {
  const token = ["ghp", "0123456789abcdefghijABCDEFGHIJ012345"].join("_");
  const [found] = await secretsOf(`token: ${token}`);
  expect(found).toMatch(/^notes\.txt:2: this looks like a secret \(GITHUB_TOKEN\)/);
  expect(found).not.toContain(token);
});

test("a live key is found in what is no text, in UTF-16, and in a name", async () => {
  const key = `${live.name}8f2kd91ms0a7`;
  expect(await secretsOf(`\0\u0001${key}\0`, "data.bin")).toHaveLength(1);
  expect(await secretsOf(key, "notes16.txt", "utf16le")).toHaveLength(1);
  expect(await secretsOf("nothing", `${key}.txt`)).toEqual([
    expect.stringMatching(/^a file whose name has what looks like a live key/),
  ]);
});

test("an address with a password is told, except of hosts that are nobody's", async () => {
  const address = (host: string) => `fetch("https://user:${"word"}@${host}/")`;
  expect(await secretsOf(address("example.com"))).toEqual([]);
  expect(await secretsOf(address("example.com.corp.io"))).toHaveLength(1);
});

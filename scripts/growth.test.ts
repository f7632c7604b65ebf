import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository } from "./repository-copy.ts";

// What happens to the SDKs when the API gets a field: `npm run generate`, and no hand edit. The tests of each SDK use
// such a field; here it comes all the way from the spec.

let copy: string;
beforeAll(() => {
  copy = copyRepository();
  appendFileSync(
    join(copy, "spec/components/schemas/SendRequest.yaml"),
    `  callbackTag:
    type: string
    description: Comes back in the receipts of the message.
    minLength: 1
    maxLength: 64
`,
  );
  const { status, stdout } = spawnSync("node", ["scripts/generate.ts"], {
    cwd: copy,
    encoding: "utf8",
  });
  expect(status, stdout).toBe(0);
}, 300_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The text of every file in a folder. */
function textIn(folder: string): string {
  return readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

test.each([
  ["sdk-node", "src/generated", '"callbackTag":'],
  ["sdk-python", "src/getclickmedia/_generated", "callback_tag:"],
  ["sdk-php", "src", "$callbackTag"],
])("the field is in %s", (sdk, folder, field) => {
  expect(textIn(join("packages", sdk, folder))).toContain(field);
});

test("a program in TypeScript can use the field, and only as what it is", () => {
  const sdk = join(copy, "packages/sdk-node");
  execFileSync("pnpm", ["build"], { cwd: join(copy, "packages/types") });
  execFileSync("pnpm", ["build"], { cwd: sdk });
  writeFileSync(
    join(sdk, "consumer.ts"),
    `import { SmsClient, type SendRequest } from "./dist/index.js";
declare const request: SendRequest;
const client = new SmsClient();
await client.send({ ...request, callbackTag: "spring" });
// @ts-expect-error It is a text.
await client.send({ ...request, callbackTag: 5 });
`,
  );
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023"];
  const { status, stdout } = spawnSync("pnpm", ["exec", "tsc", ...flags, "consumer.ts"], {
    cwd: sdk,
    encoding: "utf8",
  });
  expect(status, stdout).toBe(0);
}, 120_000);

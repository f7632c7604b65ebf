import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findTool } from "@getclickmedia/sms-test-tools";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository } from "./repository-copy.ts";

// What happens to the SDKs when the API gets a field and that is released: one command, and no hand edit. The tests of
// each SDK use such a field; here it comes all the way from the spec.

let copy: string;
let before: string;
let untold: { status: number | null; stdout: string; stderr: string; version: string };
beforeAll(() => {
  copy = copyRepository();
  before = JSON.parse(textOf("spec/package.json")).version;
  appendFileSync(
    join(copy, "spec/components/schemas/SendRequest.yaml"),
    `  callbackTag:
    type: string
    description: Comes back in the receipts of the message.
    minLength: 1
    maxLength: 64
`,
  );
  const release = () =>
    spawnSync("node", ["packages/release/src/cli.ts", "version"], { cwd: copy, encoding: "utf8" });
  const pending = pendingFor("@getclickmedia/sms-openapi").map(
    (file) => [file, textOf(file)] as const,
  );
  for (const [file] of pending) rmSync(join(copy, file));
  writeFileSync(
    join(copy, ".changeset/other.md"),
    '---\n"@getclickmedia/sms-mock": patch\n---\n\nX.\n',
  );
  untold = { ...release(), version: JSON.parse(textOf("spec/package.json")).version };
  for (const [file, text] of pending) writeFileSync(join(copy, file), text);
  writeFileSync(
    join(copy, ".changeset/callback-tag.md"),
    '---\n"@getclickmedia/sms-openapi": minor\n---\n\nA message may carry a tag.\n',
  );
  const { status, stdout, stderr } = release();
  expect(status, `${stdout}${stderr}`).toBe(0);
}, 300_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The change files that are there already and tell of a package. */
function pendingFor(name: string): string[] {
  return readdirSync(join(copy, ".changeset"))
    .map((file) => join(".changeset", file))
    .filter((file) => textOf(file).startsWith("---") && textOf(file).includes(`"${name}"`));
}

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

/** A file of the copy. */
function textOf(file: string): string {
  return readFileSync(join(copy, file), "utf8");
}

test("a field that no change file tells of is refused before anything is written", () => {
  expect(untold.status).toBe(1);
  expect(untold.stdout).toContain("callbackTag");
  expect(untold.stderr).toContain("Nothing was changed.");
  expect(untold.version).toBe(before);
});

test("everything that states the version states the new one", () => {
  const { version } = JSON.parse(textOf("spec/package.json"));
  expect(version).not.toBe(before);
  for (const [file, text] of [
    ["spec/openapi.yaml", `  version: ${version}\n`],
    ["packages/sdk-node/package.json", `"version": "${version}"`],
    ["packages/sdk-node/src/generated/constants.ts", `version = "${version}"`],
    ["packages/sdk-python/src/getclickmedia/_generated/constants.py", `VERSION = "${version}"`],
    ["packages/sdk-php/src/Generated/Catalogue.php", `VERSION = '${version}'`],
    ["packages/release/released/release.json", `"version": "${version}"`],
    ["CHANGELOG.md", `## ${version} (`],
    ["packages/docs/pages/ci.md", `getclickmedia/sms-api@v${version}`],
    ["packages/ci/README.md", `getclickmedia/sms-api@v${version}`],
  ] as const)
    expect(textOf(file), file).toContain(text);
});

test("what the release has is kept to be compared with", () => {
  const { version } = JSON.parse(textOf("spec/package.json"));
  expect(textOf(`spec/releases/${version}.json`)).toContain("callbackTag");
  expect(readdirSync(join(copy, ".changeset"))).not.toContain("callback-tag.md");
  for (const [sdk, report, field] of [
    ["sdk-python", "getclickmedia.api.md", "        callback_tag: str | None = None"],
    ["sdk-php", "sms-php.api.md", "?string $callbackTag = null"],
  ] as const) {
    if (!findTool(sdk === "sdk-php" ? "php" : "python3")) continue;
    expect(textOf(`packages/${sdk}/api/${report}`)).toContain(field);
    expect(textOf(`packages/release/released/packages/${sdk}/${report}`)).toContain(field);
  }
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

// The tests of each SDK compare what is committed with what would be written, so one that was forgotten, or changed by
// hand, is told with what to do.
test.each([
  ["types", "src/generated/catalogue.ts"],
  ["sdk-node", "src/generated/constants.ts"],
  ["sdk-python", "src/getclickmedia/_generated/constants.py"],
  ["sdk-php", "src/Generated/Catalogue.php"],
])(
  "a file of %s that is not as it is generated fails",
  (sdk, file) => {
    const folder = join(copy, "packages", sdk);
    appendFileSync(join(folder, file), "\n");
    const tests = ["vitest", "run", "--config", "../../vitest.config.ts", "generated-files"];
    const { status, stdout, stderr } = spawnSync("pnpm", ["exec", ...tests], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(`${stdout}${stderr}`).toContain(
      `packages/${sdk}/${file} is stale: run \`pnpm generate\` and commit it`,
    );
    expect(status).toBe(1);
  },
  60_000,
);

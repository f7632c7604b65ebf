import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import released from "@getclickmedia/sms-openapi/releases/1.0.0.json" with { type: "json" };
import { expect, test } from "vitest";
import type { Json } from "../src/json.ts";
import { remove, set } from "./fixtures/edit.ts";
import { bundle } from "./fixtures/pairs.ts";

const program = join(import.meta.dirname, "../bin/gcm-api-changes.ts");
const folder = mkdtempSync(join(tmpdir(), "api-changes-cli-"));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function changed(name: string, change: (document: Json) => void, from: Json = bundle): string {
  const document = structuredClone(from);
  change(document);
  return file(name, JSON.stringify(document));
}

mkdirSync(join(folder, "none"));
const noChangeFiles = ["--changesets", join(folder, "none")];
const campaign = (document: Json) =>
  set(document, "/components/schemas/SendRequest/properties/campaign", { type: "string" });

test("the document as it is fits its version, with the change files that are pending", () => {
  const { status, stdout, stderr } = run();
  expect(stderr).toBe("");
  expect(stdout).toMatch(/Nothing changed since|change files raise it to|info\.version says/);
  expect(status).toBe(0);
});

test("a change without a change file fails, and says where it is and what to do", () => {
  const head = changed("added.json", campaign, released);
  const { status, stdout } = run("--head", head, "--base", "1.0.0", ...noChangeFiles);
  expect(status).toBe(1);
  expect(stdout).toMatchInlineSnapshot(`
    "What changed in the API since 1.0.0:

    minor (1)

      POST /sms/send  request  /components/schemas/SendRequest/properties/campaign
        Field campaign of SendRequest was added.
        Nothing, unless you want to make use of it.

    1.0.0 -> needs at least 1.1.0; info.version says 1.0.0, and no change file is pending. Add one with \`pnpm change @getclickmedia/sms-openapi --bump minor\`.
    "
  `);
});

test("each format has the same verdict, and its entry alone on standard output", () => {
  const head = changed("breaking.json", (document) => {
    campaign(document);
    remove(document, "/webhooks/sms.failed");
    set(document, "/info/version", "1.1.0");
  });
  const reports = ["markdown", "html", "json"].map((format) =>
    run("--head", head, "--format", format),
  );
  for (const { status, stderr } of reports) {
    expect(status).toBe(1);
    expect(stderr).toBe(
      "1.0.0 -> needs at least 2.0.0; info.version says 1.1.0. Raise it with `pnpm release:version`.\n",
    );
  }
  const [markdown, html, json] = reports.map(({ stdout }) => stdout);
  expect(markdown).toMatch(/^## Version 1\.1\.0\n\n### Breaking\n\n- `webhook sms\.failed`: /);
  expect(html).toMatch(/^<section>\n<h2>Version 1\.1\.0<\/h2>\n<h3>Breaking<\/h3>/);
  expect(JSON.parse(json ?? "")).toMatchObject({
    base: "1.0.0",
    head: "1.1.0",
    fits: false,
    needed: "major",
  });
});

test("what cannot be compared gives one line, and exit 2", () => {
  const older = changed("older.json", (document) => set(document, "/info/version", "0.9.0"));
  const dangling = changed("dangling.json", (document) =>
    remove(document, "/components/schemas/SendRequest"),
  );
  const cases: [string[], RegExp][] = [
    [["--head", "missing.json"], /^gcm-api-changes: There is no file missing\.json\./],
    [["--head", file("broken.json", '{"openapi":')], /broken\.json is not JSON: /],
    [["--head", file("other.json", '{"swagger":"2.0"}')], /other\.json is no OpenAPI document/],
    [
      ["--head", dangling],
      /dangling\.json refers to #\/components\/schemas\/SendRequest at \/paths/,
    ],
    [
      ["--head", older, "--base", "1.0.0"],
      /is version 1\.0\.0 and the head is 0\.9\.0.*wrong way round/,
    ],
    [["--base", "9.9.9"], /No bundle of version 9\.9\.9 is kept/],
    [["--releases", folder], /No released bundle is kept in .* `gcm-api-changes keep`/],
    [["--format", "xml"], /There is no format xml\. There is text, markdown, html, json\./],
    [["--format", "toString"], /There is no format toString/],
    [["--changesets", "nowhere"], /There is no folder nowhere, where --changesets/],
    [["publish"], /There is no command publish\./],
  ];
  for (const [args, message] of cases) {
    const { status, stdout, stderr } = run(...args);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect([status, stdout]).toEqual([2, ""]);
  }
});

test("keep writes the first release, then only one whose version fits", () => {
  const releases = join(folder, "releases");
  const at = (name: string, change: (document: Json) => void) =>
    run("keep", "--head", changed(name, change), "--releases", releases);
  const none = at("none.json", (document) => set(document, "/info/version", "v1.0.0"));
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining("v1.0.0 is no version")]);
  expect(at("first.json", () => {}).stdout).toMatch(/^Kept 1\.0\.0 as /);
  const same = at("altered.json", campaign);
  expect([same.status, same.stderr]).toEqual([
    2,
    expect.stringContaining("what is released never changes"),
  ]);
  const low = at("low.json", (document) => {
    campaign(document);
    set(document, "/info/version", "1.0.1");
  });
  expect([low.status, low.stderr]).toEqual([
    2,
    expect.stringContaining("1.0.1 is not kept: 1.0.0 -> needs at least 1.1.0"),
  ]);
  const right = at("right.json", (document) => {
    campaign(document);
    set(document, "/info/version", "1.1.0");
  });
  expect([right.status, right.stdout]).toEqual([0, expect.stringMatching(/^Kept 1\.1\.0 as /)]);
  expect(JSON.parse(readFileSync(join(releases, "1.1.0.json"), "utf8")).info.version).toBe("1.1.0");
});

test("--help tells the flags", () => {
  const { status, stdout } = run("--help");
  expect(status).toBe(0);
  for (const flag of ["--base", "--head", "--format", "--changesets", "--releases", "keep"]) {
    expect(stdout).toContain(flag);
  }
});

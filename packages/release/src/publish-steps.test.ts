import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./root.ts";

// The steps of the release that decide, or cannot be taken back, run as they stand: with an npm and a gh that write down
// what they are asked, and with Git repositories in folders.

interface Workflow {
  jobs: Record<string, { steps: { name?: string; run?: string }[] }>;
}

function stepOf(job: string, name: string, workflow = "release"): string {
  const file = join(root, ".github/workflows", `${workflow}.yml`);
  const { jobs } = parse(readFileSync(file, "utf8")) as Workflow;
  const run = jobs[job]?.steps.find((step) => step.name === name)?.run;
  if (!run) throw new Error(`The job ${job} has no step "${name}" with a command.`);
  return run;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "publish-"));
  mkdirSync(join(folder, "bin"));
  return () => rmSync(folder, { recursive: true });
});

function install(name: string, script: string): void {
  writeFileSync(join(folder, "bin", name), `#!/usr/bin/env bash\n${script}`);
  chmodSync(join(folder, "bin", name), 0o755);
}

/** Runs a step as GitHub does. */
function runStep(script: string, cwd: string, env: Record<string, string> = {}) {
  const PATH = [join(folder, "bin"), dirname(process.execPath), process.env.PATH].join(delimiter);
  const shell = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script];
  const { status, stdout, stderr } = spawnSync("bash", shell, {
    cwd,
    env: { ...process.env, PATH, RUNNER_TEMP: folder, ...env },
    encoding: "utf8",
  });
  return { status, output: stdout + stderr };
}

function git(cwd: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  return execFileSync("git", [...identity, ...args], { cwd, encoding: "utf8" }).trim();
}

function tarball(name: string, text: string): string {
  const packed = join(folder, "package");
  mkdirSync(packed, { recursive: true });
  const manifest = { name: `@getclickmedia/sms-${name}`, version: "1.2.0", text };
  writeFileSync(join(packed, "package.json"), JSON.stringify(manifest));
  const file = join(folder, `getclickmedia-sms-${name}-1.2.0.tgz`);
  execFileSync("tar", ["-czf", file, "-C", folder, "package"]);
  return `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
}

/** Lists tarballs in an order that is not that of their names. */
function writeSums(...names: string[]): void {
  const lines = names.map((name) => `${"0".repeat(64)}  getclickmedia-sms-${name}-1.2.0.tgz\n`);
  writeFileSync(join(folder, "SHA256SUMS"), `${lines.join("")}${"0".repeat(64)}  openapi.json\n`);
}

/** An npm whose registry has these packages, with their digests. */
function installNpm(registry: Record<string, string>): void {
  const known = Object.entries(registry).map(([id, digest]) => `"view ${id}") echo ${digest} ;;`);
  install(
    "npm",
    `case "$1 $2" in
${known.join("\n")}
view*) exit 1 ;;
publish*) echo "$@" >> "${folder}/published" ;;
esac
`,
  );
}

const published = () => readFileSync(join(folder, "published"), "utf8").trim().split("\n");

test("to npm goes what is not there yet, with its provenance, in the order of the checksums", () => {
  const digest = tarball("mock", "a");
  for (const name of ["sdk", "contract", "zero"]) tarball(name, "b");
  writeSums("zero", "mock", "sdk", "contract");
  installNpm({ "@getclickmedia/sms-mock@1.2.0": digest });
  const { status, output } = runStep(stepOf("npm", "Publish what is not published yet"), folder);
  expect(output).toContain("@getclickmedia/sms-mock@1.2.0 is published already.");
  expect(status).toBe(0);
  expect(published()).toEqual(
    ["zero", "sdk", "contract"].map(
      (name) => `publish ./getclickmedia-sms-${name}-1.2.0.tgz --provenance --access public`,
    ),
  );
});

test("other contents under a published version stop it", () => {
  tarball("mock", "a");
  writeSums("mock");
  installNpm({ "@getclickmedia/sms-mock@1.2.0": "sha512-other" });
  const { status, output } = runStep(stepOf("npm", "Publish what is not published yet"), folder);
  expect(status).toBe(1);
  expect(output).toContain("@getclickmedia/sms-mock@1.2.0 is published with other contents");
});

test("the PHP SDK is pushed once, with its tag, and a tag is never moved", () => {
  const source = join(folder, "source");
  const remote = join(folder, "remote.git");
  mkdirSync(join(source, "packages/sdk-php/src"), { recursive: true });
  git(folder, "init", "--quiet", "--bare", remote);
  git(source, "init", "--quiet", "--initial-branch", "main");
  writeFileSync(join(source, "packages/sdk-php/composer.json"), "{}");
  writeFileSync(join(source, "README.md"), "of the repository");
  git(source, "add", ".");
  git(source, "commit", "--quiet", "--message", "first");
  install("gh", "echo 'github.com ssh-ed25519 AAAA'");
  const script = stepOf("packagist", "Push the PHP SDK, unless it is there");
  expect(script).toContain('"git@github.com:$REPOSITORY.git"');
  const local = script.replace("git@github.com:$REPOSITORY.git", remote);
  const env = { REPOSITORY: "somebody/sms-php", DEPLOY_KEY: "a key", VERSION: "1.2.0" };

  expect(runStep(local, source, env)).toMatchObject({ status: 0 });
  expect(git(remote, "ls-tree", "--name-only", "v1.2.0")).toBe("composer.json");
  expect(git(remote, "rev-parse", "main")).toBe(git(remote, "rev-parse", "v1.2.0"));

  const again = runStep(local, source, env);
  expect(again).toMatchObject({ status: 0 });
  expect(again.output).toContain("v1.2.0 is there already.");

  writeFileSync(join(source, "packages/sdk-php/composer.json"), '{ "a": 1 }');
  git(source, "commit", "--quiet", "--all", "--message", "second");
  const moved = runStep(local, source, env);
  expect(moved.status).toBe(1);
  expect(moved.output).toContain("v1.2.0 is another commit in somebody/sms-php");
  expect(`${again.output}${moved.output}`).not.toContain("a key");
});

const nothing = "version=1.2.0\npending=false\npublish=false\n";
const pending = "version=1.2.0\npending=true\npublish=false\n";

test.each([
  ["a change waits", true, false, "on", pending],
  ["a change waits and the version is out", true, true, "on", pending],
  ["the version is not out", false, false, "on", "version=1.2.0\npending=false\npublish=true\n"],
  ["the version is out", false, true, "on", nothing],
  ["nobody has said that releases are on", false, false, "", nothing],
  ["releases are off", false, false, "off", nothing],
])("when %s, that decides what there is to do", (_, waits, tagged, releases, outputs) => {
  mkdirSync(join(folder, ".changeset"));
  mkdirSync(join(folder, "spec"));
  writeFileSync(join(folder, "spec/package.json"), '{ "version": "1.2.0" }');
  writeFileSync(join(folder, ".changeset/README.md"), "");
  if (waits) writeFileSync(join(folder, ".changeset/a-change.md"), "");
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "first");
  if (tagged) git(folder, "tag", "v1.2.0");
  const env = {
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_STEP_SUMMARY: join(folder, "summary"),
    RELEASES: releases,
  };
  expect(runStep(stepOf("plan", "Find out what there is to do"), folder, env).status).toBe(0);
  expect(readFileSync(env.GITHUB_OUTPUT, "utf8")).toBe(outputs);
});

/** What is said of the tests when GitHub answers so, one answer after the other. */
function waitForTests(answers: { run: string; test: string }[]) {
  writeFileSync(join(folder, "turn"), "0");
  const turns = answers.map(
    ({ run, test }, turn) => `"${turn} runs") echo "${run}" ;;\n"${turn} jobs") echo "${test}" ;;`,
  );
  install(
    "gh",
    `[[ "$2" == *jobs ]] && what=jobs || what=runs
echo "$2" >> "${folder}/asked"
case "$(cat "${folder}/turn") $what" in
${turns.join("\n")}
esac
`,
  );
  install("sleep", `echo $(( $(cat "${folder}/turn") + 1 )) > "${folder}/turn"`);
  const env = { GH_REPO: "somebody/sms-api", GITHUB_SHA: "abc" };
  return runStep(stepOf("tested", "Wait for the tests of this commit"), folder, env);
}

test("a release waits for the tests of its commit", () => {
  const { status, output } = waitForTests([
    { run: "", test: "" },
    { run: "7", test: "" },
    { run: "7", test: "success" },
  ]);
  expect(status, output).toBe(0);
  expect(readFileSync(join(folder, "asked"), "utf8").trim().split("\n")).toEqual([
    ...Array(2).fill(
      "repos/somebody/sms-api/actions/workflows/ci.yml/runs?head_sha=abc&event=push&branch=main",
    ),
    "repos/somebody/sms-api/actions/runs/7/jobs",
    expect.stringContaining("ci.yml/runs"),
    "repos/somebody/sms-api/actions/runs/7/jobs",
  ]);
});

test.each(["failure", "cancelled", "skipped"])("tests that end with %s stop it", (result) => {
  const { status, output } = waitForTests([{ run: "7", test: result }]);
  expect(status).toBe(1);
  expect(output).toContain(`The tests of this commit have ended with ${result}.`);
});

const versioned = {
  "packages/mock/package.json": '{\n  "version": "1.2.0",\n  "scripts": {}\n}\n',
  "CHANGELOG.md": "## 1.2.0\n",
  "packages/sdk-php/src/Generated/Catalogue.php": "1.2.0",
  "packages/release/released/packages/sdk-node/index.api.md": "a",
};

test.each<[string, Record<string, string>, string | undefined]>([
  ["what has the version", {}, undefined],
  ["a workflow", { ".github/workflows/release.yml": "on: push" }, ".github/workflows/release.yml"],
  ["a script", { "scripts/run.mjs": "1" }, "scripts/run.mjs"],
  ["the lockfile", { "pnpm-lock.yaml": "1" }, "pnpm-lock.yaml"],
  ["a source", { "packages/mock/src/cli.ts": "1" }, "packages/mock/src/cli.ts"],
  [
    "a script of a package",
    { "packages/mock/package.json": '{\n  "version": "1.2.0",\n  "scripts": { "a": "b" }\n}\n' },
    '"scripts": { "a": "b" }',
  ],
])("of a patch with %s only that of a new version is taken", (_, more, refused) => {
  const source = join(folder, "source");
  const write = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), text);
    }
  };
  write({ "packages/mock/package.json": '{\n  "version": "1.1.0",\n  "scripts": {}\n}\n' });
  write({ ".changeset/a-change.md": "a change" });
  git(source, "init", "--quiet");
  git(source, "add", ".");
  git(source, "commit", "--quiet", "--message", "first");
  rmSync(join(source, ".changeset/a-change.md"));
  write({ ...versioned, ...more });
  git(source, "add", "--all");
  const patch = git(source, "diff", "--cached", "--binary");
  writeFileSync(join(folder, "next-version.patch"), `${patch}\n`);
  git(source, "reset", "--quiet", "--hard");
  const step = stepOf(
    "version-pull-request",
    "Take what a new version may change, and nothing else",
  );
  const { status, output } = runStep(step, source);
  expect(status, output).toBe(refused ? 1 : 0);
  if (refused) expect(output).toContain(refused);
});

const hasJq = findTool("jq") !== undefined;
if (!hasJq) reportMissing("jq", "the step that pushes images is not tested");

/** How docker says that an image cannot be looked at. */
const refuse = (reason: string) => `echo "ERROR: ${reason}" >&2; exit 1`;
const absent = refuse("ghcr.io/somebody/sms-mock:1.2.0: not found");

test.skipIf(!hasJq).each<[string, string, string[], string, string[] | string]>([
  ["a new version", "v1.2.0", ["v1.2.0", "v1.1.0"], absent, ["1.2.0", "latest"]],
  ["a version older than the newest", "v1.2.0", ["v1.2.0", "v1.10.0"], absent, ["1.2.0"]],
  [
    "an image without any version yet",
    "v1.2.0",
    ["v1.2.0"],
    refuse("name unknown"),
    ["1.2.0", "latest"],
  ],
  ["an image that is there", "v1.2.0", ["v1.2.0"], `echo '{"digest":"sha256:old"}'`, []],
  [
    "a tag of another version",
    "v1.1.0",
    ["v1.1.0"],
    absent,
    "The tag v1.1.0 is not that of version 1.2.0.",
  ],
  [
    "a registry that lets nobody in",
    "v1.2.0",
    ["v1.2.0"],
    refuse("unexpected status: 401 Unauthorized"),
    "The registry does not say whether ghcr.io/somebody/sms-mock:1.2.0 is there.",
  ],
  [
    "a registry that is down",
    "v1.2.0",
    ["v1.2.0"],
    refuse("dial tcp: lookup ghcr.io: no such host"),
    "lookup ghcr.io: no such host",
  ],
])("of %s such images are pushed", (_, ref, tags, inspect, pushed) => {
  mkdirSync(join(folder, "packages/mock"), { recursive: true });
  writeFileSync(join(folder, "packages/mock/package.json"), '{ "version": "1.2.0" }');
  git(folder, "init", "--quiet");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "first");
  for (const tag of tags) git(folder, "tag", tag);
  install(
    "docker",
    `case "$1 $2" in
"buildx imagetools") ${inspect} ;;
"buildx build") echo "$@" > "${folder}/built"; echo '{"containerimage.digest":"sha256:new"}' > "${folder}/metadata.json" ;;
esac
`,
  );
  const step = stepOf("publish", "Build and push, unless it is there", "images");
  const { status, output } = runStep(step, folder, {
    TARGET: "mock",
    TOKEN: "a token",
    GITHUB_REF_NAME: ref,
    GITHUB_REPOSITORY_OWNER: "Somebody",
    GITHUB_REPOSITORY: "Somebody/sms-api",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "abc",
    GITHUB_ACTOR: "somebody",
    GITHUB_OUTPUT: join(folder, "output"),
  });
  expect(output).not.toContain("a token");
  if (typeof pushed === "string") {
    expect(status).toBe(1);
    expect(output).toContain(pushed);
    expect(existsSync(join(folder, "built"))).toBe(false);
    return;
  }
  expect(status, output).toBe(0);
  const digest = pushed.length > 0 ? "new" : "old";
  expect(readFileSync(join(folder, "output"), "utf8")).toBe(
    `image=ghcr.io/somebody/sms-mock\ndigest=sha256:${digest}\n`,
  );
  const built = pushed.length > 0 ? readFileSync(join(folder, "built"), "utf8") : "";
  expect(built.match(/(?<=--tag ghcr\.io\/somebody\/sms-mock:)\S+/g) ?? []).toEqual(pushed);
});

const created =
  "release create v1.2.0 --draft --target abc --title 1.2.0 --notes-file release-notes.md -- SHA256SUMS a.tgz release-notes.md";
const published12 = "release edit v1.2.0 --draft=false";
const images = "workflow run images.yml --ref v1.2.0";

test.each([
  ["there is none", "exit 1", [created, published12, images]],
  ["a draft is left", "echo true", ["release delete v1.2.0 --yes", created, published12, images]],
  ["it is out", "echo false", [images]],
])("the release of GitHub when %s", (_, view, asked) => {
  const cwd = join(folder, "work");
  mkdirSync(cwd);
  for (const name of ["a.tgz", "release-notes.md"]) writeFileSync(join(cwd, name), name);
  execFileSync("bash", ["-c", "sha256sum a.tgz release-notes.md > SHA256SUMS"], { cwd });
  install(
    "gh",
    `case "$1 $2" in "release view") ${view} ;; *) echo "$@" >> "${folder}/asked" ;; esac`,
  );
  const script = stepOf("github-release", "Make the release, unless it is made");
  const { status, output } = runStep(script, cwd, { VERSION: "1.2.0", GITHUB_SHA: "abc" });
  expect(status, output).toBe(0);
  expect(readFileSync(join(folder, "asked"), "utf8").trim().split("\n")).toEqual(asked);

  writeFileSync(join(cwd, "a.tgz"), "something else");
  expect(runStep(script, cwd, { VERSION: "1.2.0", GITHUB_SHA: "abc" }).status).not.toBe(0);
});

import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./root.ts";

// The steps of the release that decide, or cannot be taken back, run as they stand: with an npm and a gh that write down
// what they are asked, and with Git repositories in folders.

interface Workflow {
  jobs: Record<string, { steps: { name?: string; run?: string }[] }>;
}

const { jobs } = parse(
  readFileSync(join(root, ".github/workflows/release.yml"), "utf8"),
) as Workflow;

function stepOf(job: string, name: string): string {
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

test("to npm goes what is not there yet, with its provenance", () => {
  const digest = tarball("mock", "a");
  tarball("sdk", "b");
  installNpm({ "@getclickmedia/sms-mock@1.2.0": digest });
  const { status, output } = runStep(stepOf("npm", "Publish what is not published yet"), folder);
  expect(output).toContain("@getclickmedia/sms-mock@1.2.0 is published already.");
  expect(status).toBe(0);
  expect(published()).toEqual([
    "publish ./getclickmedia-sms-sdk-1.2.0.tgz --provenance --access public",
  ]);
});

test("other contents under a published version stop it", () => {
  tarball("mock", "a");
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

test.each([
  ["a change waits", true, false, "version=1.2.0\npending=true\npublish=false\n"],
  [
    "a change waits and the version is out",
    true,
    true,
    "version=1.2.0\npending=true\npublish=false\n",
  ],
  ["the version is not out", false, false, "version=1.2.0\npending=false\npublish=true\n"],
  ["the version is out", false, true, "version=1.2.0\npending=false\npublish=false\n"],
])("when %s, that decides what there is to do", (_, waits, tagged, outputs) => {
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
  };
  expect(runStep(stepOf("plan", "Find out what there is to do"), folder, env).status).toBe(0);
  expect(readFileSync(env.GITHUB_OUTPUT, "utf8")).toBe(outputs);
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

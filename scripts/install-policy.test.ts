import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Outcome, run } from "@getclickmedia/sms-test-tools";
import { afterAll, beforeAll, expect, test } from "vitest";

// What `npm test` and the like refuse to install, and `npm run audit` to keep: the repository's own settings and its own
// pnpm, with a registry on loopback that has a few packages.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "install-policy-"));
const mark = join(folder, "ran");

const longAgo = new Date("2020-01-01");
const packages: Record<string, { published: Date; scripts: Record<string, string> }> = {
  harmless: { published: longAgo, scripts: {} },
  exchanged: { published: longAgo, scripts: {} },
  scripted: { published: longAgo, scripts: { postinstall: `touch ${mark}` } },
  vulnerable: { published: longAgo, scripts: {} },
  young: { published: new Date(), scripts: {} },
};

const advisories = {
  vulnerable: [
    { id: 1, title: "It opens the door", severity: "high", vulnerable_versions: "<2", url: "x" },
  ],
};

let registry: Server;
let url: string;
beforeAll(async () => {
  registry = createServer((request, response) => {
    const [, name = ""] = (request.url ?? "").split("/");
    if (request.url?.endsWith(".tgz"))
      return response.end(archiveOf(name === "exchanged" ? "harmless" : name));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.method === "POST" ? advisories : documentOf(name)));
  });
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}`;
});
afterAll(() => {
  registry.close();
  rmSync(folder, { recursive: true });
});

/** What a registry says of a package. */
function documentOf(name: string) {
  const integrity = `sha512-${createHash("sha512").update(archiveOf(name)).digest("base64")}`;
  const dist = { tarball: `${url}/${name}/-/${name}-1.0.0.tgz`, integrity };
  return {
    name,
    "dist-tags": { latest: "1.0.0" },
    time: { "1.0.0": packages[name]?.published.toISOString() },
    versions: { "1.0.0": { name, version: "1.0.0", scripts: packages[name]?.scripts, dist } },
  };
}

/** A package of nothing but its manifest, as npm packs it. */
function archiveOf(name: string): Buffer {
  const source = join(folder, name, "package");
  mkdirSync(source, { recursive: true });
  const manifest = { name, version: "1.0.0", scripts: packages[name]?.scripts };
  writeFileSync(join(source, "package.json"), JSON.stringify(manifest));
  return execFileSync("tar", ["-cz", "--mtime=2020-01-01", "-C", dirname(source), "package"]);
}

/** A repository that depends on a package, whose lockfile was written with less care than ours. */
async function repositoryWith(name: string): Promise<string> {
  const repository = mkdtempSync(join(folder, "repository-"));
  const toolchain = join(repository, "scripts", "toolchain");
  mkdirSync(toolchain, { recursive: true });
  const own = ["scripts/run.mjs", "scripts/audit.ts", "pnpm-workspace.yaml"];
  for (const file of [...own, "scripts/toolchain/package.json"]) {
    cpSync(join(root, file), join(repository, file));
  }
  symlinkSync(join(root, "scripts/toolchain/node_modules"), join(toolchain, "node_modules"));
  writeFileSync(join(repository, ".npmrc"), `registry=${url}/\n`);
  const manifest = { private: true, dependencies: { [name]: "1.0.0" } };
  writeFileSync(join(repository, "package.json"), JSON.stringify(manifest));
  const careless = ["--config.minimumReleaseAge=0", "--lockfile-only", "--no-frozen-lockfile"];
  const { status, output } = await run(["pnpm", "install", ...careless], { cwd: repository });
  expect(status, output).toBe(0);
  return repository;
}

async function buildWith(name: string): Promise<Outcome> {
  return run([process.execPath, "scripts/run.mjs", "build"], { cwd: await repositoryWith(name) });
}

test("a script that is not listed stops the install, and does not run", async () => {
  const { status, output } = await buildWith("scripted");
  expect(output).toContain("scripted@1.0.0");
  expect(output).toContain("a dependency wants to run a script while it is installed");
  expect(status).toBe(1);
  expect(existsSync(mark)).toBe(false);
});

test("a version that came out today stops the install", async () => {
  const { status, output } = await buildWith("young");
  expect(output).toContain("young@1.0.0");
  expect(output).toContain("a version in pnpm-lock.yaml is too new to be trusted");
  expect(status).toBe(1);
});

test("a package of other content than was locked stops the install", async () => {
  const { status, output } = await buildWith("exchanged");
  expect(output).toContain("exchanged-1.0.0.tgz");
  expect(output).toContain("the registry has other content for a package than pnpm-lock.yaml");
  expect(status).toBe(1);
});

test.each([
  ["pnpm-lock.yaml", "<<<<<<< ours\n", "pnpm cannot read pnpm-lock.yaml"],
  ["pnpm-lock.yaml", undefined, "pnpm-lock.yaml is missing"],
  ["packages/member/package.json", "{", "a package.json is no JSON"],
])("%s that holds %s stops the install", async (path, text, says) => {
  const cwd = await repositoryWith("harmless");
  const file = join(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  if (text === undefined) rmSync(file);
  else writeFileSync(file, text);
  const { status, output } = await run([process.execPath, "scripts/run.mjs", "build"], { cwd });
  expect(output).toContain(says);
  expect(status).toBe(1);
});

test("what is old enough and runs nothing is installed", async () => {
  const { output } = await buildWith("harmless");
  // What this small repository lacks is the program of the task.
  expect(output).toMatch(/Cannot find module .*scripts\/turbo\.ts/);
});

test.each([
  ["vulnerable", 1, "It opens the door"],
  ["harmless", 0, "No known vulnerabilities found"],
])("an audit says whether %s is", async (name, code, says) => {
  const repository = await repositoryWith(name);
  const audit = await run([process.execPath, "scripts/run.mjs", "audit"], { cwd: repository });
  expect(audit.output).toContain(says);
  expect(audit.status).toBe(code);
  expect(audit.output.includes("Update what has a patched version.")).toBe(code === 1);
});

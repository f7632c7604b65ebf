// Runs a task of the repository on any machine with npm and Node 20 or later: it installs the pinned
// package manager and runtime beside this file, then the dependencies, and hands over to them.
// Plain JavaScript without dependencies, because nothing is installed yet when it starts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, "scripts", "toolchain");
const toolchainBin = join(toolchain, "node_modules", ".bin");
const windows = process.platform === "win32";

const [task, ...args] = process.argv.slice(2);

const tasks = {
  start: ["scripts/start.ts"],
  test: ["scripts/test.ts"],
  build: ["scripts/turbo.ts", "build"],
  generate: ["scripts/generate.ts"],
  lint: ["scripts/turbo.ts", "lint"],
  typecheck: ["scripts/turbo.ts", "typecheck"],
  guard: ["scripts/turbo.ts", "guard", "--"],
  audit: ["scripts/audit.ts"],
  bench: ["scripts/turbo.ts", "bench"],
  "api-changes": ["scripts/api-changes.ts"],
  "release:check": ["packages/release/src/cli.ts", "check"],
  "release:version": ["packages/release/src/cli.ts", "version"],
  "release:dry-run": ["packages/release/src/cli.ts", "dry-run"],
};

const command = Object.hasOwn(tasks, task) && tasks[task];
if (!command) fail(`there is no task ${task}. There is ${Object.keys(tasks).join(", ")}.`);

const { dependencies, optionalDependencies } = readJson(join(toolchain, "package.json"));
const wanted = { ...dependencies, ...optionalDependencies };
const nodePackage = nodePackageOf(process.platform, process.arch);
const node = nodePackage ? pinnedNode(nodePackage) : ownNode();

const env = {
  ...process.env,
  PATH: [join(root, "node_modules", ".bin"), toolchainBin, process.env.PATH].join(delimiter),
  // Which Node runs the tasks is part of what turbo's cache goes by.
  GCM_NODE: nodePackage ? wanted[nodePackage] : process.versions.node,
  // Nothing here reports home.
  DO_NOT_TRACK: "1",
  REDOCLY_TELEMETRY: "off",
  TURBO_TELEMETRY_DISABLED: "1",
};

// One more try and 20 seconds of silence, where the defaults let a machine without network wait for minutes.
const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=20000"];

// Why pnpm does not install what the lockfile says, and what to do about it.
const refusals = {
  OUTDATED_LOCKFILE:
    "pnpm-lock.yaml lacks a change of a package.json. Run `pnpm install` after such a change; CONTRIBUTING.md says how.",
  IGNORED_BUILDS:
    "a dependency wants to run a script while it is installed; pnpm names it above. Read the script, then say whether it may under allowBuilds in pnpm-workspace.yaml.",
  MINIMUM_RELEASE_AGE:
    "a version in pnpm-lock.yaml is too new to be trusted; pnpm names it above. Take an older one, or wait.",
  TRUST_DOWNGRADE:
    "a version in pnpm-lock.yaml lacks a proof of origin that an earlier one had; pnpm names it above. Take an earlier one, and find out why.",
  TARBALL_INTEGRITY:
    "the registry has other content for a package than pnpm-lock.yaml has a checksum of; pnpm names it above. Do not install it from there, and find out why.",
  NO_LOCKFILE: "pnpm-lock.yaml is missing. Take it back from git.",
  BROKEN_LOCKFILE:
    "pnpm cannot read pnpm-lock.yaml. Take it back from git, after a merge as one side had it, and run `pnpm install`.",
  PACKAGE_MANIFEST_SERIALIZATION_ERROR:
    "a package.json is no JSON; pnpm names it above. Correct it.",
};

installToolchain();
installDependencies();
runTask();

function runTask() {
  const child = spawn(node, [...command, ...args], {
    cwd: root,
    env,
    // Over the channel the task notices when this process is killed.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  // A terminal sends Ctrl-C to both, a process manager only to this one; the task ends, then this does.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => fail(`${node} does not start: ${error.message}.`));
  child.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
  if (process.env.npm_lifecycle_event) onNpmGone(() => child.kill("SIGTERM"));
}

/** npm tells nothing when it is killed, and what it ran would go on without anybody to stop it. */
function onNpmGone(callback) {
  const before = starters();
  const timer = setInterval(() => {
    if (starters() === before) return;
    clearInterval(timer);
    callback();
  }, 1000);
  timer.unref();
}

/** The process that started this one and, where that is the shell between npm and this, npm. */
function starters() {
  const parent = process.ppid;
  try {
    const [, name, npm] = readFileSync(`/proc/${parent}/stat`, "utf8").match(/\((.*)\) \S+ (\d+)/s);
    return /^(ba|da)?sh$/.test(name) ? `${parent} ${npm}` : `${parent}`;
  } catch {
    // Elsewhere than on Linux the shell usually gives way to what it runs.
    return `${parent}`;
  }
}

function installToolchain() {
  if (isToolchainWhole()) return;
  console.log("Installing pnpm and Node for this repository ...");
  // From nothing, because npm takes a half-installed folder for a whole one.
  rmSync(join(toolchain, "node_modules"), { recursive: true, force: true });
  const flags = ["--no-package-lock", "--no-audit", "--no-fund", "--include=optional"];
  // Asked first, because a registry that does not answer would be waited for once for every package.
  const answers = npm(["view", `pnpm@${wanted.pnpm}`, "version"]);
  if (answers && npm(["install", ...flags]) && isToolchainWhole()) return;
  const names = ["pnpm", nodePackage].filter(Boolean).join(" and ");
  fail(
    `npm could not install ${names}. Check the connection to the npm registry, or what npm says above, and run it again.`,
  );
}

function npm(command) {
  const { status } = spawnSync(
    windows ? "npm.cmd" : "npm",
    [...command, "--loglevel=error", ...patience],
    { cwd: toolchain, stdio: ["ignore", "ignore", "inherit"], shell: windows },
  );
  return status === 0;
}

/** Whether pnpm and, where there is one for this machine, Node are there in the pinned version. */
function isToolchainWhole() {
  const packages = ["pnpm", nodePackage].filter(Boolean);
  const programs = [
    join(toolchainBin, windows ? "pnpm.cmd" : "pnpm"),
    ...(nodePackage ? [node] : []),
  ];
  return (
    programs.every((program) => existsSync(program)) &&
    packages.every((name) => installedVersion(name) === wanted[name])
  );
}

function installDependencies() {
  if (!existsSync(join(root, "node_modules"))) console.log("Installing the dependencies ...");
  // The runtimes that the SDK is tested on are 330 MB to download. The tests need them, and the guards look at the
  // licence of everything in the lockfile.
  const whole = task === "test" || task === "guard";
  const without = whole ? [] : ["--filter=!@getclickmedia/sms-platforms"];
  const flags = [
    "--frozen-lockfile",
    "--prefer-offline",
    ...patience.map(asPnpmSetting),
    ...without,
  ];
  const { status, stdout, stderr } = spawnSync(
    "pnpm",
    ["install", ...flags],
    // CI: pnpm asks nothing, as there is nobody to answer.
    { cwd: root, env: { ...env, CI: "true" }, encoding: "utf8", shell: windows },
  );
  if (status === 0) return;
  const output = `${stdout ?? ""}${stderr ?? ""}`;
  console.error(output);
  const [, advice] = Object.entries(refusals).find(([code]) => output.includes(code)) ?? [];
  fail(
    advice ??
      "pnpm could not install the dependencies, and says why above. If the npm registry did not answer, check the connection and run it again.",
  );
}

function asPnpmSetting(flag) {
  return flag.replace("--", "--config.");
}

/** The package with the pinned Node for a platform, if there is one. Those for Linux need glibc. */
function nodePackageOf(platform, arch) {
  if (platform === "linux" && !hasGlibc()) return undefined;
  const suffix = `-${platform === "win32" ? "win" : platform}-${arch}`;
  return Object.keys(optionalDependencies).find((name) => name.endsWith(suffix));
}

function hasGlibc() {
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime !== undefined;
}

function pinnedNode(name) {
  return join(toolchain, "node_modules", name, "bin", windows ? "node.exe" : "node");
}

/** The Node that runs this, for a platform that has no package of it. */
function ownNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 18)) return process.execPath;
  return fail(
    `there is no Node package for ${process.platform}-${process.arch}. Install Node 24.18 or later.`,
  );
}

function installedVersion(name) {
  return readJson(join(toolchain, "node_modules", name, "package.json")).version;
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function fail(message) {
  console.error(`npm run: ${message}`);
  process.exit(1);
}

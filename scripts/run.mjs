// Runs a task of the repository on any machine with npm and Node 20 or later: it installs the pinned
// package manager and runtime beside this file, then the dependencies, and hands over to them.
// Plain JavaScript without dependencies, because nothing is installed yet when it starts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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
  generate: ["scripts/turbo.ts", "generate"],
  lint: ["scripts/turbo.ts", "lint"],
  typecheck: ["scripts/turbo.ts", "typecheck"],
  bench: ["scripts/turbo.ts", "bench"],
};

const command = tasks[task];
if (!command) fail(`there is no task ${task}. There is ${Object.keys(tasks).join(", ")}.`);

const env = {
  ...process.env,
  PATH: [join(root, "node_modules", ".bin"), toolchainBin, process.env.PATH].join(delimiter),
  // Nothing here reports home.
  DO_NOT_TRACK: "1",
  REDOCLY_TELEMETRY: "off",
  TURBO_TELEMETRY_DISABLED: "1",
};

installToolchain();
installDependencies();

const child = spawn(installedNode(), [...command, ...args], { cwd: root, env, stdio: "inherit" });
// A terminal sends Ctrl-C to both, a process manager only to this one; the task ends, then this does.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => child.kill(signal));
}
child.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));

function installToolchain() {
  const { dependencies, optionalDependencies } = readJson(join(toolchain, "package.json"));
  const wanted = { ...dependencies, ...optionalDependencies };
  const installed = (name) =>
    readJson(join(toolchain, "node_modules", name, "package.json")).version;
  const isStale = (name) => installed(name) !== undefined && installed(name) !== wanted[name];
  if (installed("pnpm") && !Object.keys(wanted).some(isStale)) return;
  console.log("Installing pnpm and Node for this repository ...");
  const npm = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(windows ? "npm.cmd" : "npm", npm, {
    cwd: toolchain,
    stdio: ["ignore", "ignore", "inherit"],
    shell: windows,
  });
  if (status !== 0)
    fail("npm could not install pnpm and Node. Check the connection to the npm registry.");
}

function installDependencies() {
  if (!existsSync(join(root, "node_modules"))) console.log("Installing the dependencies ...");
  const { status, stdout, stderr } = spawnSync(
    "pnpm",
    ["install", "--frozen-lockfile", "--prefer-offline"],
    // CI: pnpm asks nothing, as there is nobody to answer.
    { cwd: root, env: { ...env, CI: "true" }, encoding: "utf8", shell: windows },
  );
  if (status === 0) return;
  console.error(`${stdout ?? ""}${stderr ?? ""}`);
  fail("pnpm could not install the dependencies.");
}

/** The pinned Node, or on a platform that has no package of it the one that runs this. */
function installedNode() {
  const pinned = join(toolchainBin, windows ? "node.cmd" : "node");
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 24 || (major === 24 && minor >= 18)) return process.execPath;
  return fail(
    `there is no Node package for ${process.platform}-${process.arch}. Install Node 24.18 or later.`,
  );
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function fail(message) {
  console.error(`npm run: ${message}`);
  process.exit(1);
}

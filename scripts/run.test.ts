import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";

// run.mjs in a repository of its own, with an npm that needs no network: it puts a pnpm and a Node where
// the real one does, and leaves its arguments in a file.

const scripts = dirname(fileURLToPath(import.meta.url));
const platform = process.platform === "win32" ? "win" : process.platform;
const nodePackage = `node-${platform}-${process.arch}`;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function repository({
  npm = `mkdir -p node_modules/.bin node_modules/pnpm node_modules/${nodePackage}/bin
echo '{"version":"1.0.0"}' > node_modules/pnpm/package.json
echo '{"version":"2.0.0"}' > node_modules/${nodePackage}/package.json
cp pnpm.sh node_modules/.bin/pnpm
ln -s '${process.execPath}' node_modules/${nodePackage}/bin/node`,
  pnpm = "exit 0",
  task = "console.log(`Node is $" + "{process.env.GCM_NODE}`)",
} = {}): string {
  const root = mkdtempSync(join(tmpdir(), "run "));
  const toolchain = join(root, "scripts", "toolchain");
  mkdirSync(toolchain, { recursive: true });
  cpSync(join(scripts, "run.mjs"), join(root, "scripts", "run.mjs"));
  cpSync(join(scripts, "stop-signal.ts"), join(root, "scripts", "stop-signal.ts"));
  writeFileSync(join(root, "package.json"), '{"type":"module"}');
  writeFileSync(join(root, "scripts", "start.ts"), task);
  const manifest = {
    dependencies: { pnpm: "1.0.0" },
    optionalDependencies: { "node-other-cpu": "2.0.0", [nodePackage]: "2.0.0" },
  };
  writeFileSync(join(toolchain, "package.json"), JSON.stringify(manifest));
  const program = (file: string, script: string) =>
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  program(join(toolchain, "pnpm.sh"), pnpm);
  mkdirSync(join(root, "bin"));
  program(
    join(root, "bin", "npm"),
    `[ "$1" = view ] && exit\necho "$@" >> "${join(root, "npm.log")}"\n${npm}`,
  );
  return root;
}

function start(
  root: string,
  [program, ...args]: string[] = [process.execPath, "scripts/run.mjs", "start"],
) {
  const child = spawn(program ?? "", args, {
    cwd: root,
    env: { PATH: `${join(root, "bin")}:${process.env.PATH}`, npm_lifecycle_event: "start" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  const exited = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, exited, output: () => text };
}

async function run(root: string): Promise<{ code: number | null; output: string }> {
  const { exited, output } = start(root);
  const code = await exited;
  return { code, output: output() };
}

const installs = (root: string) =>
  existsSync(join(root, "npm.log"))
    ? readFileSync(join(root, "npm.log"), "utf8").trimEnd().split("\n")
    : [];

test("installs the toolchain once, and says on which Node the task runs", async () => {
  const root = repository();
  const first = await run(root);
  expect(first.output).toContain("Installing pnpm and Node");
  expect(first.output).toContain("Node is 2.0.0");
  expect(first.code).toBe(0);
  expect((await run(root)).code).toBe(0);
  expect(installs(root)).toHaveLength(1);
  expect(installs(root)[0]).toMatch(
    /--include=optional.*--fetch-retries=1 .*--fetch-timeout=20000/,
  );
});

test.each([nodePackage, `${nodePackage}/bin/node`, ".bin/pnpm", "pnpm"])(
  "a toolchain that lacks %s is installed anew",
  async (part) => {
    const root = repository();
    await run(root);
    rmSync(join(root, "scripts", "toolchain", "node_modules", part), { recursive: true });
    const { code, output } = await run(root);
    expect({ code, installs: installs(root).length }).toEqual({ code: 0, installs: 2 });
    expect(output).toContain("Node is 2.0.0");
  },
);

test("a toolchain of another version is installed anew", async () => {
  const root = repository();
  await run(root);
  const manifest = join(root, "scripts/toolchain/node_modules", nodePackage, "package.json");
  writeFileSync(manifest, '{"version":"1.9.0"}');
  expect((await run(root)).code).toBe(0);
  expect(installs(root)).toHaveLength(2);
});

test.each(["exit 1", "exit 0"])(
  "an npm that installs nothing and ends with %s is one clear line",
  async (npm) => {
    const { code, output } = await run(repository({ npm }));
    expect(code).toBe(1);
    expect(output).toContain(
      `npm run: npm could not install pnpm and ${nodePackage}. Check the connection to the npm registry`,
    );
  },
);

test("says what to do after a change of a package.json, and without network", async () => {
  const outdated = await run(repository({ pnpm: "echo ERR_PNPM_OUTDATED_LOCKFILE; exit 1" }));
  expect(outdated.output).toContain("Run `pnpm install` after such a change");
  const offline = await run(repository({ pnpm: "exit 1" }));
  expect(offline.output).toContain(
    "pnpm could not install the dependencies, and says why above. If the npm registry did not answer, check",
  );
  expect([outdated.code, offline.code]).toEqual([1, 1]);
});

test("a name that every object has is no task", async () => {
  const root = repository();
  const { exited, output } = start(root, [process.execPath, "scripts/run.mjs", "toString"]);
  expect(await exited).toBe(1);
  expect(output()).toContain("npm run: there is no task toString. There is start, test, ");
  expect(installs(root)).toEqual([]);
});

test("what only the tests run is left out, except where its licence is looked at", async () => {
  const root = repository({ pnpm: 'echo "$@" > pnpm.log' });
  writeFileSync(join(root, "scripts", "turbo.ts"), "console.log(process.argv.slice(2).join(' '));");
  const installed = async (...task: string[]) => {
    const { exited, output } = start(root, [process.execPath, "scripts/run.mjs", ...task]);
    expect(await exited, output()).toBe(0);
    return { output: output(), flags: readFileSync(join(root, "pnpm.log"), "utf8") };
  };
  expect((await installed("lint")).flags).toContain("--filter=!@getclickmedia/sms-platforms");
  const guard = await installed("guard", "secrets");
  expect(guard.flags).not.toContain("--filter");
  // What follows -- is for the guards, not for turbo.
  expect(guard.output).toContain("guard -- secrets");
});

const waiting = `import { stopSignal } from "./stop-signal.ts";
import { writeFileSync } from "node:fs";
const timer = setInterval(() => {}, 1000);
stopSignal().addEventListener("abort", () => {
  writeFileSync("stopped", "");
  clearInterval(timer);
});
console.log("waiting");`;

test.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)(
  "the task ends when run.mjs gets %s",
  async (signal) => {
    const root = repository({ task: waiting });
    const { child, output, exited } = start(root);
    await vi.waitFor(() => expect(output()).toContain("waiting"), { timeout: 20_000 });
    child.kill(signal);
    await exited;
    expect(existsSync(join(root, "stopped"))).toBe(true);
  },
);

test.runIf(process.platform === "linux")("the task ends when npm is killed", async () => {
  const root = repository({ task: waiting });
  // As npm does: a program that runs a shell, which runs this. The colon keeps each shell alive.
  const npm = ["sh", "-c", "sh -c 'node scripts/run.mjs start; :'; :"];
  const { child, output } = start(root, npm);
  await vi.waitFor(() => expect(output()).toContain("waiting"), { timeout: 20_000 });
  child.kill("SIGKILL");
  await vi.waitFor(() => expect(existsSync(join(root, "stopped"))).toBe(true), { timeout: 10_000 });
});

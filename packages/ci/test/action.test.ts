import { access, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { endJobs, evaluated, readAction, root, runStep } from "./composite-action.ts";
import { packSandbox } from "./packed.ts";

afterEach(endJobs);
afterAll(endJobs);

const require = createRequire(import.meta.url);
// The action reads them too.
const toolchain = require(join(root, "scripts/toolchain/package.json"));
const { version, engines } = require(join(root, "packages/sandbox/package.json"));
const needed = `${engines.node.replace(">=", "")}.0`;

test("texts of the caller are variables of the scripts, and never a part of them", async () => {
  for (const { run } of (await readAction()).runs.steps) expect(run).not.toContain("${{");
});

describe("what is installed", () => {
  /** A folder with an npm that only tells what it is asked for, and this Node under another version. */
  async function programs(nodeVersion = "26.0.0"): Promise<Record<string, string>> {
    const folder = await mkdtemp(join(tmpdir(), "programs-"));
    const program = (name: string, script: string) =>
      writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    await program("npm", `for word in "$@"; do echo "npm: $word"; done`);
    await writeFile(
      join(folder, "version.cjs"),
      `Object.defineProperty(process, "versions", { value: { node: "${nodeVersion}" } });`,
    );
    await program("node", `exec "${process.execPath}" --require "${folder}/version.cjs" "$@"`);
    return { PATH: `${folder}:${process.env.PATH}` };
  }

  async function asked(inputs: Record<string, string>, env: Record<string, string>) {
    const { code, output, outputs } = await runStep("install", inputs, { env });
    expect(code).toBe(0);
    const words = [...output.matchAll(/^npm: (.*)$/gm)].map(([, word]) => word);
    expect(words).toContain("--ignore-scripts");
    return { packages: words.slice(words.indexOf("--") + 1), node: outputs.node };
  }

  test("the version of the action's own commit, or the one that is given", async () => {
    const env = await programs();
    expect(await asked({}, env)).toMatchObject({
      packages: [`@getclickmedia/sms-sandbox@${version}`],
    });
    expect(await asked({ server: "mock", version: "1.2.3" }, env)).toMatchObject({
      packages: ["@getclickmedia/sms-mock@1.2.3"],
    });
  });

  test("or the packages that are given, with the whole paths of files", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "package ")), "a.tgz");
    await writeFile(file, "");
    const { packages } = await asked({ package: `${file}\n\n@my/mirror@1\n` }, await programs());
    expect(packages).toEqual([file, "@my/mirror@1"]);
  });

  test.each(["20.19.0", "24.17.9"])("with a Node of its own beside Node %s", async (old) => {
    const own = `node-${process.platform}-${process.arch}`;
    const { packages, node } = await asked({}, await programs(old));
    expect(packages).toHaveLength(2);
    expect(packages).toContain(`${own}@${toolchain.optionalDependencies[own]}`);
    expect(node).toMatch(new RegExp(`/gcm-sandbox/node_modules/${own}/bin/node$`));
  });

  test.each([needed, "24.99.0", "25.0.0"])(
    "and with Node %s, which is new enough",
    async (version) => {
      const { packages, node } = await asked({}, await programs(version));
      expect(packages).toHaveLength(1);
      expect(node).toMatch(/\/programs-\w+\/node$/);
    },
  );

  test.each([
    [{ server: "fake" }, {}, "The input server must be sandbox or mock."],
    [{ server: "" }, {}, "The input server must be sandbox or mock."],
    [
      {},
      { RUNNER_OS: "Windows" },
      "This action runs only on Linux and macOS. Choose such a runner.",
    ],
    [{ package: "./nothing.tgz" }, {}, "The server cannot be installed; npm has said why above."],
    [{}, { PATH: "/nowhere" }, "npm was not found. Run actions/setup-node before this action."],
  ])("%j with %j is refused", async (inputs, env, message) => {
    const { code, output } = await runStep("install", inputs, { env });
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^::error title=SMS \\w+::${message}$`, "m"));
  });
});

describe("the sandbox, installed from its packages", () => {
  const before: Record<string, Record<string, string>> = {};
  beforeAll(async () => {
    const { code, output, outputs } = await runStep("install", {
      package: (await packSandbox()).join("\n"),
    });
    expect(code, output).toBe(0);
    before.install = outputs;
  });
  const start = (inputs: Record<string, string>, env = {}) =>
    runStep("start", { port: "0", ...inputs }, { before, env });

  test("answers to what later steps get, and keeps to its flags", async () => {
    // A job may have a live key, which the steps that test must not use.
    const env = { GCM_API_KEY: "gcm_live_example" };
    const flags = " --clock frozen\n --now 2026-06-23T10:30:00Z";
    const { code, output, outputs, variables } = await start({ flags }, env);
    expect(code, output).toBe(0);
    const balance = await fetch(`${variables.SMS_BASE_URL}/account/balance`, {
      headers: { "x-api-key": variables.GCM_API_KEY ?? "" },
    });
    expect(balance.status).toBe(200);
    const clock = await fetch(`${variables.SMS_CONTROL_URL}/clock`);
    expect(await clock.json()).toEqual({ now: "2026-06-23T10:30:00.000Z", speed: 0 });

    const action = await readAction();
    const told = Object.entries(action.outputs).map(([name, { value }]) => [
      name,
      evaluated(value, action, {}, { start: outputs }),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      "base-url": variables.SMS_BASE_URL,
      "control-url": variables.SMS_CONTROL_URL,
      "api-key": variables.GCM_API_KEY,
      log: outputs.log,
    });
    expect(await readFile(outputs.log ?? "", "utf8")).toContain("gcm-sandbox ready at");
  });

  test("tells no key of the job where it has none of its own", async () => {
    const config = join(await mkdtemp(join(tmpdir(), "configuration-")), "sandbox.json");
    await writeFile(config, JSON.stringify({ accounts: [{ accountId: "shop", keys: [] }] }));
    const env = { GCM_API_KEY: "gcm_live_example" };
    const { code, output, outputs, variables } = await start({ flags: `--config ${config}` }, env);
    expect(code, output).toBe(0);
    expect(outputs["api-key"]).toBe("");
    expect(variables).not.toHaveProperty("GCM_API_KEY");
  });

  test("fails the step with what it has said where it cannot start", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port } = blocker.address() as { port: number };
    const { code, output } = await start({ port: String(port) });
    blocker.close();
    expect(code).toBe(1);
    expect(output).toContain(`gcm-sandbox: Port ${port} on 127.0.0.1 is taken.`);
    expect(output).toContain(
      "::error title=SMS sandbox::It has ended. What it has said stands above.",
    );
  });

  test("fails the step where it does not answer in time, and is ended", async () => {
    const { code, output } = await start({ timeout: "0" });
    expect(code).toBe(1);
    expect(output).toContain("::error title=SMS sandbox::It does not answer after 0 s.");
  });

  test("takes what is written into an input as words that nothing runs", async () => {
    const ran = join(await mkdtemp(join(tmpdir(), "words-")), "ran");
    const { code, output } = await start({ flags: `$(touch ${ran}) \`touch ${ran}\` "; exit 0 #` });
    expect(code).toBe(1);
    expect(output).toContain("gcm-sandbox: Unexpected argument '$(touch'");
    await expect(access(ran)).rejects.toThrow("ENOENT");
  });

  test.each(["soon", "", "-1", "1.5"])("is given no time of %j", async (timeout) => {
    const { code, output } = await start({ timeout });
    expect(code).toBe(1);
    expect(output).toContain("::error title=SMS sandbox::The input timeout must be a number");
  });
});

import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readDocument } from "@getclickmedia/sms-document";
import { findTool, pythonEnvironment, reportMissing } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { demoAccount } from "../src/accounts/demo-account.ts";
import { startSandbox } from "../src/start-sandbox.ts";

const python = findTool("python3");
if (!python) reportMissing("python3", "the sandbox is not fuzzed by Schemathesis");

const specification = fileURLToPath(import.meta.resolve("@getclickmedia/sms-openapi"));
const settings = fileURLToPath(new URL("schemathesis", import.meta.url));

/** Where Schemathesis is, in an environment of its own. */
function installed(python: string): string {
  const folder = fileURLToPath(new URL("../.venv", import.meta.url));
  const own = pythonEnvironment(folder, join(settings, "requirements.txt"), python);
  return join(dirname(own), "schemathesis");
}

test.skipIf(!python)(
  "Schemathesis finds nothing, with all its checks and along all links",
  async () => {
    const document = await readDocument();
    const account = { ...demoAccount(document), credits: 1_000_000_000_000 };
    const sandbox = await startSandbox({
      port: 0,
      // All that is scheduled lies ahead: the examples, and the times that Schemathesis tries by itself.
      clock: { start: new Date(0).toISOString(), speed: 1 },
      config: { accounts: [{ ...account, plan: "Enterprise", requestsPerSecond: 1_000_000 }] },
    });
    const folder = await mkdtemp(join(tmpdir(), "schemathesis-"));
    try {
      await cp(settings, folder, { recursive: true });
      const { stdout } = await promisify(execFile)(
        installed(python ?? ""),
        [
          ["--config-file", "schemathesis.toml", "run", specification, "--url", sandbox.url],
          ["--header", `x-api-key: ${sandbox.apiKey}`, "--checks", "all", "--mode", "all"],
          ["--phases", "examples,coverage,fuzzing,stateful", "--max-examples", "150"],
          ["--seed", "1", "--continue-on-failure", "--suppress-health-check", "all"],
        ].flat(),
        {
          cwd: folder,
          env: { ...process.env, SCHEMATHESIS_HOOKS: "hooks", PYTHONPATH: folder, NO_COLOR: "1" },
          maxBuffer: 64 * 2 ** 20,
        },
      ).catch((error: { stdout: string }) => error);
      expect(stdout).toMatch(/API Links: +4 covered \/ 4 selected/);
      expect(stdout).toMatch(/Selected: 6\/6/);
      expect(stdout).toMatch(/^=+ (No issues found|\d+ warnings?) in /m);
      expect(stdout).not.toMatch(/❌|🚫/);
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true });
    }
  },
  300_000,
);

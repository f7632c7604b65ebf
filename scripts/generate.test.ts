import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { beforeEach, expect, test } from "vitest";

// With a turbo that writes down what it is asked.

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "generate-"));
  return () => rmSync(folder, { recursive: true });
});

function startGenerate(turbo: string) {
  const program = join(folder, "turbo");
  writeFileSync(program, `#!/usr/bin/env bash\necho "$@" >> "${folder}/asked"\n${turbo}`);
  chmodSync(program, 0o755);
  return spawn(process.execPath, [join(import.meta.dirname, "generate.ts")], {
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const asked = () => readFileSync(join(folder, "asked"), "utf8");

test("the reports come after the sources", async () => {
  const [code] = await once(startGenerate(""), "close");
  expect(code).toBe(0);
  expect(asked()).toBe("run generate\nrun report\n");
});

test("sources that cannot be written end it", async () => {
  const [code] = await once(startGenerate("exit 3"), "close");
  expect(code).toBe(3);
  expect(asked()).toBe("run generate\n");
});

test("stopped while it writes the sources, it does not go on with the reports", async () => {
  // It ends well when it is stopped, as turbo may.
  const child = startGenerate(
    "trap 'kill %1; exit 0' TERM\nsleep 300 > /dev/null &\necho ready\nwait\n",
  );
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  expect(code).toBe(130);
  expect(asked()).toBe("run generate\n");
});

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startSandbox } from "../src/start-sandbox.ts";

const workflows = fileURLToPath(
  import.meta.resolve("@getclickmedia/sms-openapi/workflows/sms.arazzo.yaml"),
);
const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));

test("every workflow runs, each from its first step to its last", async () => {
  const sandbox = await startSandbox({ port: 0 });
  const scheduleAt = new Date(Date.now() + 86_400_000).toISOString();
  try {
    const { stdout, stderr } = await promisify(execFile)(
      redocly,
      [
        ["respect", workflows, "--server", `sms=${sandbox.url}`],
        ["--input", `apiKey=${sandbox.apiKey}`, "--input", `scheduleAt=${scheduleAt}`],
      ].flat(),
      { env: { ...process.env, REDOCLY_TELEMETRY: "off", NO_COLOR: "1" } },
    );
    const text = stdout + stderr;
    expect(text).toMatch(/Workflows: 3 passed, 3 total/);
    // A step that was tried again counts its checks each time.
    expect(text).not.toMatch(/Workflows: .*failed/);
  } finally {
    await sandbox.close();
  }
});

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { mockUrl } from "@getclickmedia/sms-types";
import { afterAll, beforeAll, expect, test } from "vitest";

// What the READMEs show is run as it stands, but for the port, which tests choose for themselves.

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const hasCurl = findTool("curl") !== undefined;
if (!hasCurl) reportMissing("curl", "the commands of the READMEs are not run");

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** Each curl command of a README with the answer that stands below it, as a comment or a JSON block. */
function curls(readme: string): { command: string; answer: string }[] {
  const text = readFileSync(join(root, readme), "utf8");
  const found = text.matchAll(
    /```sh\n(curl [\s\S]*?)\n(?:# (?<comment>.*)\n)?```\n(?:\n```json\n(?<block>.*)\n```)?/g,
  );
  return [...found].map(({ 1: command = "", groups }) => ({
    command,
    answer: groups?.comment ?? groups?.block ?? "",
  }));
}

test.skipIf(!hasCurl).each(["README.md", "packages/mock/README.md"])(
  "the first curl of %s answers what it shows",
  async (readme) => {
    const [first] = curls(readme);
    const command = first?.command.replace(new URL(mockUrl).port, String(mock.port)) ?? "";
    const { stdout } = await promisify(execFile)("bash", ["-c", `${command} --silent`]);
    expect(first?.answer).not.toBe("");
    expect(stdout).toBe(first?.answer);
  },
);

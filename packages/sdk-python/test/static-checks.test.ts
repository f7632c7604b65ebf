import { createRequire } from "node:module";
import { run } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { hasPython, python } from "./python.ts";

const pyright = createRequire(import.meta.url).resolve("pyright");
const tool = (name: string, ...args: string[]) => [python, "-m", name, ...args];

test.skipIf(!hasPython).each([
  ["mypy in strict mode, for the oldest Python", tool("mypy")],
  ["pyright in strict mode", [process.execPath, pyright]],
  ["ruff's rules", tool("ruff", "check", "--no-cache", ".")],
  ["ruff's layout", tool("ruff", "format", "--no-cache", "--check", ".")],
])("the code keeps to %s", async (_, command) => {
  const { status, output } = await run(command);
  expect(status, output).toBe(0);
});

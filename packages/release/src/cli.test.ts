import { run } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";

const cli = new URL("cli.ts", import.meta.url).pathname;
const release = (...args: string[]) => run([process.execPath, cli, ...args]);

test("--help tells the commands", async () => {
  const { status, output } = await release("--help");
  expect(status).toBe(0);
  for (const name of ["check", "version", "dry-run"])
    expect(output).toContain(`gcm-release ${name}`);
});

test.each([
  [[], "there is no such command"],
  [["publish"], "gcm-release publish: there is no such command"],
  [["toString"], "gcm-release toString: there is no such command"],
  [["check", "twice"], "gcm-release check twice: there is no such command"],
  [["check", "--force"], "Unknown option '--force'"],
])("%j is refused without a stack", async (args, reason) => {
  const { status, output } = await release(...args);
  expect(status).toBe(1);
  expect(output).toContain(reason);
  expect(output).toContain("gcm-release dry-run");
  expect(output).not.toMatch(/^ {4}at /m);
});

test("check says that all is in step", async () => {
  await expect(release("check")).resolves.toEqual({
    status: 0,
    output: "All versions are in step, and every change of a public API is told.\n",
  });
});

import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@getclickmedia/sms-test-tools";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareEnvironment } from "./environment.ts";

const cli = fileURLToPath(new URL("cli.ts", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "gcm-cli-"));
const page = join(folder, "page.md");
beforeAll(async () => {
  await prepareEnvironment();
  await writeFile(
    page,
    `---
title: A page
description: For a test.
group: Tests
order: 1
---

\`\`\`js offline
console.log(1);
\`\`\`

\`\`\`text output
1
\`\`\`

\`\`\`js offline
console.log(2);
\`\`\`

\`\`\`text output
3
\`\`\`
`,
  );
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

const cliRun = (...args: string[]) => run([process.execPath, cli, ...args]);

test("every sample of a page is run, and what fails is told", async () => {
  const { status, output } = await cliRun(page);
  expect(status).toBe(1);
  expect(output).toMatch(/page\.md:8 js \d+ ms/);
  expect(output).toContain(`${page}:16: js writes something else than line 20 says`);
});

test("one sample is run by its line", async () => {
  const { status, output } = await cliRun(`${page}:8`);
  expect({ status, lines: output.trim().split("\n").length }).toEqual({ status: 0, lines: 1 });
});

test("a line where none begins is told, and so is a page with problems", async () => {
  await expect(cliRun(`${page}:9`)).resolves.toMatchObject({
    status: 1,
    output: expect.stringContaining("no sample begins there"),
  });
  const broken = join(folder, "broken.md");
  await writeFile(broken, "# No front matter\n");
  await expect(cliRun(broken)).resolves.toMatchObject({
    status: 1,
    output: expect.stringContaining(`${broken}:1: the page has no front matter`),
  });
});

test("what is written can be put into the page, which passes then", async () => {
  const copy = join(folder, "copy.md");
  await copyFile(page, copy);
  await expect(cliRun("--write", copy)).resolves.toMatchObject({ status: 0 });
  const before = await readFile(page, "utf8");
  expect(await readFile(copy, "utf8")).toBe(before.replace("\n3\n", "\n2\n"));
  await expect(cliRun(copy)).resolves.toMatchObject({ status: 0 });
});

test("a program that differs from the first of its output is told, and changes nothing", async () => {
  const two = join(folder, "two.md");
  const text = (await readFile(page, "utf8"))
    .replace("\n3\n", "\n2\n")
    .replace("console.log(1);\n```", "console.log(1);\n```\n\n```python offline\nprint(9)\n```");
  await writeFile(two, text);
  await expect(cliRun("--write", two)).resolves.toMatchObject({
    status: 1,
    output: expect.stringContaining("python writes something else"),
  });
  expect(await readFile(two, "utf8")).toBe(text);
});

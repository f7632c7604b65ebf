import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./composite-action.ts";

/** What staging says in a repository where these servers are built, and that has no pnpm. */
async function stage(...built: string[]) {
  const copy = await mkdtemp(join(tmpdir(), "repository-"));
  await cp(join(root, "packages/ci/src"), join(copy, "packages/ci/src"), { recursive: true });
  await writeFile(join(copy, "package.json"), '{ "type": "module" }');
  for (const server of built) {
    await mkdir(join(copy, "packages", server, "dist"), { recursive: true });
    await writeFile(join(copy, "packages", server, "dist/cli.js"), "");
  }
  const script = join(copy, "packages/ci/src/stage-images.ts");
  return spawnSync(process.execPath, [script], { env: { PATH: copy }, encoding: "utf8" });
}

test("a server that is not built is not staged, and it is said how to build it", async () => {
  const { status, stderr } = await stage("mock");
  expect(status).toBe(1);
  expect(stderr).toContain(
    "packages/sandbox/dist/cli.js is missing. Build it first: npm run build -- --filter=@getclickmedia/sms-sandbox\n",
  );
});

test("without pnpm it is said why it cannot be run", async () => {
  const { status, stderr } = await stage("mock", "sandbox");
  expect(status).toBe(1);
  expect(stderr).toContain(
    "pnpm cannot be run: spawnSync pnpm ENOENT. Put scripts/toolchain/node_modules/.bin first in PATH.\n",
  );
});

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Writes what the images are made of into dist/: mock and sandbox, built before, with their dependencies.

const root = fileURLToPath(new URL("../../..", import.meta.url));
const context = fileURLToPath(new URL("../dist/", import.meta.url));

const servers = ["mock", "sandbox"];
for (const server of servers) {
  const built = `packages/${server}/dist/cli.js`;
  if (!existsSync(root + built))
    throw new Error(
      `${built} is missing. Build it first: npm run build -- --filter=@getclickmedia/sms-${server}`,
    );
}

rmSync(context, { recursive: true, force: true });
mkdirSync(`${context}data`, { recursive: true });
for (const server of servers) {
  // "Legacy" says that packages of this repository are copied, which needs no setting in its workspace.
  const { error, status } = spawnSync(
    "pnpm",
    ["--filter", `@getclickmedia/sms-${server}`, "deploy", "--prod", "--legacy", context + server],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (error)
    throw new Error(
      `pnpm cannot be run: ${error.message}. Put scripts/toolchain/node_modules/.bin first in PATH.`,
    );
  if (status !== 0) throw new Error(`pnpm cannot deploy ${server}; it has said why above.`);
}
cpSync(new URL("../Dockerfile", import.meta.url), `${context}Dockerfile`);
console.log(`Staged. Now: docker build --target sandbox --tag gcm-sandbox ${context}`);

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Writes what the images are made of into dist/: mock and sandbox, built before, with their dependencies.

const root = fileURLToPath(new URL("../../..", import.meta.url));
const context = fileURLToPath(new URL("../dist/", import.meta.url));

rmSync(context, { recursive: true, force: true });
mkdirSync(`${context}data`, { recursive: true });
for (const server of ["mock", "sandbox"]) {
  // "Legacy" says that packages of this repository are copied, which needs no setting in its workspace.
  const { status } = spawnSync(
    "pnpm",
    ["--filter", `@getclickmedia/sms-${server}`, "deploy", "--prod", "--legacy", context + server],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0) throw new Error(`pnpm cannot deploy ${server}; it has said why above.`);
}
cpSync(new URL("../Dockerfile", import.meta.url), `${context}Dockerfile`);
console.log(`Staged. Now: docker build --target sandbox --tag gcm-sandbox ${context}`);

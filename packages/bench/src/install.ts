import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "./clients.ts";

const peers = fileURLToPath(new URL("../.peers", import.meta.url));

/** What an installation brings along. */
export interface Footprint {
  packages: number;
  /** Of all files, in MB. */
  megabytes: number;
}

/** The client's own folder, in which nothing else is installed. */
export function folderOf({ name }: Client): string {
  return join(peers, name);
}

/** Installs a client alone: a peer from the registry, once; ours as it is packed now. */
export function install(client: Client): Footprint {
  const { name, version } = client;
  const folder = folderOf(client);
  if (!version || installedPackages(folder)[`node_modules/${name}`]?.version !== version) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    const source = version ? `${name}@${version}` : pack(name, join(folder, "package.tgz"));
    const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run("npm", ["install", "--save-exact", ...flags, source], folder);
  }
  return {
    packages: Object.keys(installedPackages(folder)).length,
    megabytes: bytesIn(join(folder, "node_modules")) / 1e6,
  };
}

/** npm writes this list last, so that a broken installation has none. */
function installedPackages(folder: string): Record<string, { version: string }> {
  const list = join(folder, "node_modules", ".package-lock.json");
  return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")).packages : {};
}

function pack(name: string, tarball: string): string {
  const source = dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
  run("pnpm", ["pack", "--out", tarball], source);
  return tarball;
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
    .reduce((sum, size) => sum + size, 0);
}

function run(command: string, args: string[], cwd: string): void {
  const shell = process.platform === "win32";
  execFileSync(command, args, { cwd, shell, stdio: ["ignore", "ignore", "inherit"] });
}

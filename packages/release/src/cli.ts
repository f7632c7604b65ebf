#!/usr/bin/env node
import { parseArgs } from "node:util";
import { ReleaseFault } from "./release-fault.ts";
import { root } from "./root.ts";

const help = `gcm-release: versions, public API and release of this repository

  gcm-release check     says what is not in step, and which change of an SDK's public API nobody has told
  gcm-release version   uses up the change files: versions, CHANGELOG.md, generated code, kept reports
  gcm-release dry-run   builds what would be published, tries it elsewhere, and lists it`;

const commands: Record<string, () => Promise<void>> = {
  check: async () => (await import("./check.ts")).check(root),
  version: async () => (await import("./version.ts")).version(root, today()),
  "dry-run": async () => (await import("./dry-run/dry-run.ts")).dryRun(root),
};

try {
  const { positionals, values } = readArguments();
  const [name = "", ...others] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (values.help) console.log(help);
  else if (!command || others.length > 0)
    throw new ReleaseFault(
      `gcm-release ${positionals.join(" ")}: there is no such command.\n\n${help}`,
    );
  else await command();
} catch (error) {
  if (!(error instanceof ReleaseFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    throw new ReleaseFault(`${(error as Error).message}\n\n${help}`);
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

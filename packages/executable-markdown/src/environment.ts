import { createHash } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  findTool,
  pythonEnvironment,
  reportMissing,
  type ToolName,
} from "@getclickmedia/sms-test-tools";
import type { Language } from "./page.ts";

/** What the samples of all pages are run with. */
export interface SampleEnvironment {
  /** The program that runs each language; `undefined` where it is not on this machine. */
  programs: Record<Language, string | undefined>;
  /** Python's module path to the SDK. */
  pythonPath: string;
  /** Where PHP's classes of the SDK are, by the beginning of their names. */
  phpClasses: Record<string, string>;
  phpunit: string | undefined;
  /** The `node_modules` with what a sample may import. */
  nodeModules: string;
}

const require = createRequire(import.meta.url);
const folder = fileURLToPath(new URL("..", import.meta.url));

/**
 * Finds the programs that samples are run with, and makes the Python environment unless it is there.
 * @throws Error where a program is missing in CI, or Python's packages cannot be installed.
 */
export async function prepareEnvironment(): Promise<SampleEnvironment> {
  const curl = findOrReport("curl", "the curl samples of the pages are not run");
  const php = findOrReport("php", "the PHP samples of the pages are not run");
  const python = findOrReport("python3", "the Python samples of the pages are not run");
  const composer = require.resolve("@getclickmedia/sms-sdk-php/composer.json");
  return {
    programs: {
      sh: curl && "/bin/sh",
      node: process.execPath,
      python: python && (await alone(() => pythonIn(python))),
      php,
    },
    pythonPath: dirname(dirname(require.resolve("@getclickmedia/sms-sdk-python/getclickmedia"))),
    phpClasses: classesOf(composer),
    phpunit: findTool("phpunit"),
    nodeModules: join(folder, "node_modules"),
  };
}

function findOrReport(name: ToolName, leftOut: string): string | undefined {
  const found = findTool(name);
  if (!found) reportMissing(name, leftOut);
  return found;
}

/** One environment for each Python, so that callers with different ones do not remake it by turns. */
function pythonIn(python: string): string {
  const name = createHash("sha256").update(python).digest("hex").slice(0, 8);
  return pythonEnvironment(join(folder, ".venv", name), join(folder, "requirements.txt"), python);
}

/** The folder of each prefix, as Composer's own loader takes it from the description of the package. */
function classesOf(composer: string): Record<string, string> {
  const { autoload } = require(composer) as { autoload: { "psr-4": Record<string, string> } };
  return Object.fromEntries(
    Object.entries(autoload["psr-4"]).map(([prefix, path]) => [
      prefix,
      join(dirname(composer), path),
    ]),
  );
}

// The tests of two packages may want the same environment made at the same time.
async function alone<Made>(make: () => Made): Promise<Made> {
  const lock = join(folder, ".venv", "lock");
  await mkdir(dirname(lock), { recursive: true });
  const longest = 300_000;
  while (!(await taken(lock))) {
    const { mtimeMs } = (await stat(lock).catch(() => undefined)) ?? { mtimeMs: Date.now() };
    // Whoever made it has been killed.
    if (Date.now() - mtimeMs > longest) await rm(lock, { recursive: true, force: true });
    await sleep(100);
  }
  try {
    return make();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  return await mkdir(lock).then(
    () => true,
    () => false,
  );
}

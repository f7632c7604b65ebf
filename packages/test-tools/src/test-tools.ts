import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export type ToolName =
  | "chromium"
  | "composer"
  | "curl"
  | "jq"
  | "php"
  | "phpcs"
  | "phpunit"
  | "python3"
  | "strace";

/** A program that some tests run and that npm does not bring. */
export interface Tool {
  /** What it is called, any of them, in the search path; or a whole path. */
  programs: string[];
  install: string;
  /** A variable that says where the program is, instead of all others. */
  variable?: string;
  /** Whether the program can do what the tests need of it. */
  suffices?(program: string): boolean;
}

export const tools: Record<ToolName, Tool> = {
  chromium: {
    programs: [
      // The same browser without its windows, which takes a third of the processor's time.
      "chromium-headless-shell",
      "chromium",
      "chromium-browser",
      "google-chrome",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    variable: "CHROMIUM_PATH",
    install: "apt-get install chromium-headless-shell or chromium, or set CHROMIUM_PATH",
  },
  curl: { programs: ["curl"], install: "apt-get install curl" },
  jq: { programs: ["jq"], install: "apt-get install jq" },
  python3: { programs: ["python3"], install: "apt-get install python3 python3-venv" },
  php: {
    programs: ["php"],
    install: "apt-get install php-cli php-curl php-mbstring php-xml",
    suffices: hasExtensions,
  },
  phpcs: { programs: ["phpcs"], install: "apt-get install php-codesniffer" },
  phpunit: { programs: ["phpunit"], install: "apt-get install phpunit" },
  composer: { programs: ["composer"], install: "apt-get install composer" },
  strace: {
    programs: ["strace"],
    install: "apt-get install strace, where the system lets it trace",
    suffices: canTrace,
  },
};

export const toolNames = Object.keys(tools) as ToolName[];

/** Where a tool's program is, unless it is not on this machine. */
export function findTool(name: ToolName, env = process.env): string | undefined {
  const { programs, variable, suffices } = tools[name];
  const given = variable && env[variable];
  return findProgram(given ? [given] : programs, env, suffices);
}

/**
 * Decides what a test does without a tool. On a build machine the test fails, because nobody would see
 * that it was left out; on a developer's machine it is skipped with a visible line.
 */
export function reportMissing(name: ToolName, leftOut: string): void {
  const line = `${name} was not found: ${leftOut}. ${tools[name].install}`;
  if (process.env.CI) throw new Error(line);
  console.warn(line);
}

function findProgram(
  names: string[],
  env: NodeJS.ProcessEnv,
  suffices = (_program: string) => true,
): string | undefined {
  const folders = (env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => (name.startsWith("/") ? [name] : folders.map((each) => join(each, name))))
    .find((program) => isExecutable(program) && suffices(program));
}

function hasExtensions(php: string): boolean {
  const { stdout } = spawnSync(php, ["-m"], { encoding: "utf8" });
  const present = (stdout ?? "").split("\n");
  return ["curl", "mbstring", "xml"].every((extension) => present.includes(extension));
}

function canTrace(strace: string): boolean {
  return spawnSync(strace, ["-D", "-o", "/dev/null", "true"]).status === 0;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

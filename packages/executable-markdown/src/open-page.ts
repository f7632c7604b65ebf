import { withPageAddresses, withTestAddresses } from "./addresses.ts";
import { withBaseUrl } from "./client-address.ts";
import { basePath, webhooks } from "./document-facts.ts";
import type { SampleEnvironment } from "./environment.ts";
import { type Language, type Page, problemLine, type Runnable } from "./page.ts";
import { startPageServers } from "./page-servers.ts";
import { programVariables } from "./program-variables.ts";
import { redact } from "./redact.ts";
import { Failure } from "./run/failure.ts";
import type { PageContext } from "./run/page-context.ts";
import { runProgram } from "./run/run-program.ts";
import { runSteps } from "./run/run-steps.ts";
import { webhookExample } from "./webhook-example.ts";
import { createWorkingFolder, type WorkingFolder } from "./working-folder.ts";

/** How a sample of a page did. */
export interface Result {
  file: string;
  line: number;
  /** The language of the fence, as `ts`; `yaml` for steps. */
  language: string;
  outcome: "passed" | "failed" | "skipped";
  /** Why it failed or was left out, and where. No key is in it. */
  reason: string | undefined;
  /** What was written instead of what the page says, where that is all that is wrong. */
  written: string | undefined;
}

/** A page whose samples can be run, in any order and each as often as needed. */
export interface OpenPage {
  run(runnable: Runnable): Promise<Result>;
  /** Ends the servers. */
  close(): Promise<void>;
}

const languageOfFile: Record<string, Language> = {
  js: "node",
  mjs: "node",
  ts: "node",
  python: "python",
  php: "php",
};

/**
 * Starts the servers of a page.
 * @throws Error where the page has problems.
 */
export async function openPage(page: Page, environment: SampleEnvironment): Promise<OpenPage> {
  if (page.problems.length > 0)
    throw new Error(`The page cannot be run.\n${page.problems.map(problemLine).join("\n")}`);
  const servers = await startPageServers(page.frontMatter);
  const { secret } = await webhookExample(webhooks[0] ?? "");
  const contextIn = (folder: WorkingFolder): PageContext => ({
    page,
    environment,
    servers,
    folder,
    variables: (apiKey: string) =>
      programVariables({ environment, folder, servers, apiKey, webhookSecret: secret }),
    toTest(text: string, language: Language | undefined) {
      const moved = withTestAddresses(text, servers.origins);
      if (!language) return moved;
      return withBaseUrl(moved, language, servers.origins.api + basePath);
    },
    toPage: (text: string) => withPageAddresses(text, servers.origins, servers.own),
  });
  // A page may show a file again when it has grown: what counts is the one before the sample.
  const writeFiles = async ({ folder, toTest }: PageContext, last: number) => {
    for (const { path, text, syntax, line } of page.files)
      if (line <= last) await folder.write(path, `${toTest(text, languageOfFile[syntax])}\n`);
  };

  return {
    async run(runnable) {
      const result = {
        file: page.file,
        line: runnable.line,
        language: runnable.kind === "steps" ? "yaml" : runnable.syntax,
        written: undefined,
      };
      if (runnable.kind === "program" && !environment.programs[runnable.language])
        return {
          ...result,
          outcome: "skipped",
          reason: `${runnable.language} is not on this machine`,
        };
      // A new one each time, so that no sample lives on what another one has left there.
      const folder = await createWorkingFolder(environment);
      const context = contextIn(folder);
      try {
        await writeFiles(context, runnable.line);
        await (runnable.kind === "steps"
          ? runSteps(context, runnable)
          : runProgram(context, runnable));
        return { ...result, outcome: "passed", reason: undefined };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        const { line = runnable.line, message, written } = error;
        const reason = redact(problemLine({ file: page.file, line, message }), [secret]);
        return { ...result, outcome: "failed", reason, written };
      } finally {
        await folder.remove();
      }
    },
    close: () => servers.close(),
  };
}

/** Runs every sample of a page, one after another. */
export async function runPage(page: Page, environment: SampleEnvironment): Promise<Result[]> {
  const open = await openPage(page, environment);
  const results: Result[] = [];
  try {
    for (const runnable of page.runnables) results.push(await open.run(runnable));
  } finally {
    await open.close();
  }
  return results;
}

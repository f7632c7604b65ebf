import { parse } from "yaml";
import { installProblem, isInstallLine } from "../install-lines.ts";
import { composeSteps } from "./compose-steps.ts";
import { githubSteps } from "./github-steps.ts";
import { gitlabSteps } from "./gitlab-steps.ts";
import { emptyPlan, type StepPlan } from "./step-plan.ts";

const readers: [path: RegExp, read: (file: unknown) => StepPlan][] = [
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, githubSteps],
  [/^\.gitlab-ci\.ya?ml$/, gitlabSteps],
  [/^(?:docker-)?compose\.ya?ml$/, composeSteps],
];

/** What the shell steps of a file are, and what is wrong with it. Lines that install packages are left out. */
export function readSteps(text: string, path: string): StepPlan {
  const reader = readers.find(([pattern]) => pattern.test(path));
  if (!reader)
    return withProblem("steps are of .github/workflows/*.yml, .gitlab-ci.yml or compose.yaml");
  let file: unknown;
  try {
    file = parse(text);
  } catch (error) {
    return withProblem(`the YAML cannot be read: ${(error as Error).message.split("\n")[0]}`);
  }
  const plan = reader[1](file);
  const lines = plan.jobs.flatMap(({ scripts }) => scripts.join("\n").split("\n"));
  return {
    ...plan,
    jobs: plan.jobs.map((job) => ({ ...job, scripts: job.scripts.map(withoutInstalls) })),
    problems: [
      ...plan.problems,
      ...lines.filter(isInstallLine).flatMap((line) => installProblem(line) ?? []),
    ],
  };
}

function withoutInstalls(script: string): string {
  const lines = script.split("\n").filter((line) => !isInstallLine(line));
  return lines.join("\n");
}

function withProblem(problem: string): StepPlan {
  return { ...emptyPlan(), problems: [problem] };
}

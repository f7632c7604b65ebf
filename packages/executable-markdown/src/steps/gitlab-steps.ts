import { emptyPlan, fieldsOf, listOf, plainVariables, type StepPlan } from "./step-plan.ts";

// Words at the top of the file that name no job.
const noJobs = [
  "default",
  "include",
  "stages",
  "variables",
  "workflow",
  "image",
  "services",
  "cache",
];

/** The scripts of the jobs of GitLab CI. Only the fields that are used here are checked. */
export function gitlabSteps(file: unknown): StepPlan {
  const plan = emptyPlan();
  const top = fieldsOf(file);
  const shared = fieldsOf(top.default);
  Object.assign(plan.variables, plainVariables(top.variables));
  for (const [name, value] of Object.entries(top)) {
    if (noJobs.includes(name) || name.startsWith(".")) continue;
    const job = fieldsOf(value);
    if (job.script === undefined) plan.problems.push(`the job ${name} has no script:`);
    const before = linesOf(job.before_script ?? shared.before_script ?? top.before_script);
    // One shell for all of them, as a runner has it.
    const scripts = [[...before, ...linesOf(job.script)].join("\n")];
    const after = linesOf(job.after_script ?? shared.after_script);
    if (after.length > 0) scripts.push(after.join("\n"));
    plan.jobs.push({ scripts, variables: plainVariables(job.variables) });
  }
  if (plan.jobs.length === 0) plan.problems.push("the file has no job with script:");
  return plan;
}

function linesOf(script: unknown): string[] {
  return typeof script === "string" ? [script] : listOf(script).flat().map(String);
}

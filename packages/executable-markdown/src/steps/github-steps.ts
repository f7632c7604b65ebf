import { isOwnAction, ownActionSteps } from "./own-action.ts";
import { emptyPlan, fieldsOf, listOf, plainVariables, type StepPlan } from "./step-plan.ts";

const pinned = /^[\w.-]+\/[\w.-]+(?:\/[\w./-]+)?@[\w.-]+$/;

/** The `run` steps of a workflow of GitHub Actions. Whether the rest is right, actionlint says. */
export function githubSteps(workflow: unknown): StepPlan {
  const plan = emptyPlan();
  const { jobs, env } = fieldsOf(workflow);
  Object.assign(plan.variables, plainVariables(env));
  for (const job of Object.values(fieldsOf(jobs)).map(fieldsOf)) {
    const scripts: string[] = [];
    const variables = plainVariables(job.env);
    for (const step of listOf(job.steps).map(fieldsOf)) {
      Object.assign(variables, plainVariables(step.env));
      if (typeof step.run === "string") scripts.push(step.run);
      if (typeof step.uses === "string" && !pinned.test(step.uses))
        plan.problems.push(`uses: ${step.uses} is not pinned. Write owner/name@version`);
      if (!isOwnAction(step.uses)) continue;
      const own = ownActionSteps(fieldsOf(step.with));
      scripts.push(own.script);
      Object.assign(variables, own.variables);
      plan.problems.push(...own.problems);
    }
    if (scripts.length > 0) plan.jobs.push({ scripts, variables });
  }
  if (plan.jobs.length === 0) plan.problems.push("the workflow has no step with run:");
  return plan;
}

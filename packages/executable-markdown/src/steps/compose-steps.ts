import { composeFaults } from "./compose-schema.ts";
import { emptyPlan, fieldsOf, listOf, plainVariables, type StepPlan } from "./step-plan.ts";

/**
 * The commands of the services of Compose: those with a health check run beside the others, which are run to their
 * end. Images and volumes are not looked at.
 */
export function composeSteps(file: unknown): StepPlan {
  const plan = { ...emptyPlan(), problems: composeFaults(file) };
  for (const [name, value] of Object.entries(fieldsOf(fieldsOf(file).services))) {
    const service = fieldsOf(value);
    plan.hosts.push(name);
    const variables = plainVariables(service.environment);
    const own = ownImage(service.image);
    const command = [own?.command ?? [], wordsOf(service.command)].flat().join(" ").trim();
    const check = checkOf(fieldsOf(service.healthcheck).test) ?? own?.check;
    if (command === "") plan.problems.push(`the service ${name} has no command:`);
    else if (check === undefined) plan.jobs.push({ scripts: [command], variables });
    else plan.services.push({ name, command, check, variables });
  }
  if (plan.hosts.length === 0) plan.problems.push("the file has no services:");
  return plan;
}

/** What an image of this repository runs by itself, and how it asks for its health. */
function ownImage(image: unknown): { command: string; check: string } | undefined {
  const [, name] =
    /^ghcr\.io\/getclickmedia\/(sms-(?:mock|sandbox)):[\w.-]+$/.exec(String(image)) ?? [];
  const command = `npx --yes @getclickmedia/${name}`;
  return name === undefined
    ? undefined
    : { command: `${command} --host 0.0.0.0`, check: `${command} wait --timeout 2s` };
}

function wordsOf(command: unknown): string {
  if (typeof command === "string") return command;
  return listOf(command)
    .map((word) => quoted(String(word)))
    .join(" ");
}

function checkOf(test: unknown): string | undefined {
  if (typeof test === "string") return test;
  const [form, ...words] = listOf(test).map(String);
  if (form === "CMD-SHELL") return words.join(" ");
  return form === "CMD" ? wordsOf(words) : undefined;
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

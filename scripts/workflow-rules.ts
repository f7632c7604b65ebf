import { parse } from "yaml";

interface Workflow {
  on: string | string[] | object;
  permissions?: Permissions;
  jobs: Record<string, Job>;
}

/** The access of each scope, or `read-all` or `write-all`. */
type Permissions = Record<string, string> | string;

interface Job {
  uses?: string;
  "timeout-minutes"?: number;
  permissions?: Permissions;
  container?: Image;
  services?: Record<string, Image>;
  steps?: Step[];
}

type Image = string | { image: string };

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
}

/** What in a workflow is not as the house wants it. */
export function faultsOf(text: string): string[] {
  const { on, permissions, jobs } = parse(text) as Workflow;
  return [
    ...unpinned(text),
    ...eventsOf(on)
      .filter((event) => ["pull_request_target", "workflow_run"].includes(event))
      .map((event) => `the workflow is started by ${event}, and so for strangers with its secrets`),
    ...(permissions
      ? accessesOf(permissions)
          .filter((access) => access !== "contents: read")
          .map((access) => `the workflow gives every job ${access}`)
      : [
          "the workflow does not say its permissions, so that every job has those of the repository",
        ]),
    ...Object.entries(jobs).flatMap(([name, job]) => faultsOfJob(name, job, permissions)),
  ];
}

/** What in an action of this repository is not as the house wants it. */
export function faultsOfAction(text: string): string[] {
  return [...unpinned(text), ...faultsOfSteps("the action", stepsOf(text))];
}

const eventsOf = (on: Workflow["on"]) =>
  typeof on === "string" ? [on] : Array.isArray(on) ? on : Object.keys(on);

const accessesOf = (permissions: Permissions) =>
  typeof permissions === "string"
    ? [permissions]
    : Object.entries(permissions).map(([scope, access]) => `${scope}: ${access}`);

/** The steps of a workflow or of an action, and the jobs that are another workflow. */
function stepsOf(text: string): Step[] {
  const { jobs = {}, runs } = parse(text) as Partial<Workflow> & { runs?: Job };
  return [...Object.values(jobs), ...(runs ? [runs] : [])].flatMap((job) => [
    job,
    ...(job.steps ?? []),
  ]);
}

/** The actions that are not of this repository, each with what stands behind it in its lines, as the version does. */
export function foreignActions(text: string): string[] {
  const lines = text.split("\n");
  const used = stepsOf(text).flatMap(({ uses }) => (uses && !uses.startsWith("./") ? [uses] : []));
  return [...new Set(used)].flatMap((action) => {
    const places = lines.filter((line) => line.includes(action));
    // Written in a way that only a parser understands.
    if (places.length === 0) return [action];
    return places.map((line) => line.slice(line.indexOf(action)));
  });
}

/** The actions that could change behind our back, or whose version nobody can read. */
function unpinned(text: string): string[] {
  return foreignActions(text)
    .filter((each) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))
    .map((each) => `${each} is not pinned by a commit with its version behind it`);
}

function faultsOfJob(name: string, job: Job, shared: Workflow["permissions"]): string[] {
  const accesses = accessesOf(job.permissions ?? {});
  const images = [job.container, ...Object.values(job.services ?? {})].flatMap((each) =>
    typeof each === "object" ? [each.image] : each ? [each] : [],
  );
  return [
    ...(job["timeout-minutes"] ? [] : [`job ${name} has no timeout-minutes`]),
    ...(job.permissions || Object.keys(shared ?? { none: "" }).length > 0
      ? []
      : [`job ${name} says nothing of its permissions, and neither does the workflow`]),
    ...accesses
      .filter((access) => access.endsWith("-all"))
      .map((access) => `job ${name} has ${access}: name the permissions that it needs`),
    ...images
      .filter((image) => !/@sha256:[0-9a-f]{64}$/.test(image))
      .map((image) => `job ${name} runs in ${image}, which is not pinned by its digest`),
    ...(accesses.some((access) => access.endsWith(": write")) ? (job.steps ?? []) : [])
      .flatMap(({ run }) => run?.match(/\b(npx|pnpm|npm (ci|exec|install|run|test))\b/g) ?? [])
      .map(
        (command) =>
          `job ${name} may write, and has ${command} in a command: run it in a job that only reads`,
      ),
    ...faultsOfSteps(`job ${name}`, job.steps ?? []),
  ];
}

function faultsOfSteps(owner: string, steps: Step[]): string[] {
  return [
    ...steps
      .filter(
        ({ uses, with: inputs }) =>
          uses?.startsWith("actions/checkout@") && inputs?.["persist-credentials"] !== false,
      )
      .map(() => `${owner} checks out without persist-credentials: false`),
    ...steps
      .flatMap(({ run }) => run?.match(/\$\{\{.*?\}\}/gs) ?? [])
      .map((expression) => `${owner} has ${expression} in a command: pass it in env`),
  ];
}

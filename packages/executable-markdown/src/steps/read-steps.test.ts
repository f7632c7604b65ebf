import { describe, expect, test } from "vitest";
import { readSteps } from "./read-steps.ts";

describe("a workflow of GitHub Actions", () => {
  const path = ".github/workflows/test.yml";

  test("has the scripts of its steps, without what installs, and its plain variables", () => {
    const plan = readSteps(
      `on: push
env: { A: "1", SECRET: "\${{ secrets.X }}" }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - run: npm ci
      - run: |
          npm install @getclickmedia/sms-mock
          npx @getclickmedia/sms-mock &
        env: { B: two }
      - run: npm test
`,
      path,
    );
    expect(plan).toEqual({
      jobs: [
        {
          scripts: ["", "npx @getclickmedia/sms-mock &\n", "npm test"],
          variables: { B: "two" },
        },
      ],
      services: [],
      hosts: [],
      variables: { A: "1" },
      problems: [],
    });
  });

  test("has what the action of this repository does", () => {
    const steps = (given: string) =>
      readSteps(
        `jobs: { a: { steps: [{ uses: getclickmedia/sms-api@v1.0.0, with: { ${given} } }, { run: pytest }] } }`,
        path,
      );
    expect(steps("flags: --clock frozen")).toMatchObject({
      jobs: [
        {
          scripts: [
            "npx --yes @getclickmedia/sms-sandbox --clock frozen &\nnpx --yes @getclickmedia/sms-sandbox wait\n",
            "pytest",
          ],
          variables: {
            SMS_BASE_URL: "http://127.0.0.1:4020/v1",
            SMS_CONTROL_URL: "http://127.0.0.1:4020/_sandbox",
          },
        },
      ],
      problems: [],
    });
    expect(steps("server: mock").jobs[0]?.variables.SMS_BASE_URL).toBe("http://127.0.0.1:4010/v1");
    expect(steps("clock: frozen").problems).toEqual([
      expect.stringContaining("the action has no input clock, only server, version"),
    ]);
    expect(steps("server: fake").problems).toEqual(["server: is sandbox or mock"]);
  });

  test.each([
    ["actions/checkout", "is not pinned"],
    ["checkout@v6", "is not pinned"],
  ])("may not use %s", (uses, says) => {
    const { problems } = readSteps(
      `jobs: { a: { steps: [{ uses: "${uses}" }, { run: "true" }] } }`,
      path,
    );
    expect(problems).toEqual([expect.stringContaining(says)]);
  });

  test("may not install an unknown package, or have nothing to run", () => {
    const install = "jobs: { a: { steps: [{ run: npm install requests }] } }";
    expect(readSteps(install, path).problems).toEqual([
      expect.stringContaining("the package requests is not installed"),
    ]);
    expect(readSteps("jobs: {}", path).problems).toEqual(["the workflow has no step with run:"]);
    expect(readSteps("a: [", path).problems).toEqual([expect.stringContaining("cannot be read")]);
  });
});

describe("a file of GitLab CI", () => {
  test("has one script for each job, with what comes before it", () => {
    const plan = readSteps(
      `default: { before_script: [npm ci] }
variables: { A: 1 }
stages: [test]
test:
  script:
    - npx gcm-mock &
    - npm test
  after_script: [echo done]
.hidden: { script: [exit 1] }
`,
      ".gitlab-ci.yml",
    );
    expect(plan).toMatchObject({
      jobs: [{ scripts: ["npx gcm-mock &\nnpm test", "echo done"] }],
      variables: { A: "1" },
      problems: [],
    });
  });

  test("installs Debian's packages of the languages, and no others", () => {
    const script = (line: string) =>
      readSteps(`test: { script: [${line}, echo] }`, ".gitlab-ci.yml");
    const right = script("apt-get update, apt-get install --yes php-cli composer python3-pip");
    expect(right).toMatchObject({ jobs: [{ scripts: ["echo"] }], problems: [] });
    expect(script("apt-get install --yes cowsay").problems).toEqual([
      expect.stringContaining("the package cowsay is not installed"),
    ]);
  });

  test("may not have a job without a script", () => {
    const { problems } = readSteps("test: { stage: test }", ".gitlab-ci.yml");
    expect(problems).toContain("the job test has no script:");
  });
});

describe("a file of Compose", () => {
  test("has services, and what is run beside them", () => {
    const plan = readSteps(
      `services:
  sms:
    image: node:24
    command: [npx, "@getclickmedia/sms-mock", --host, 0.0.0.0]
    healthcheck: { test: ["CMD", "curl", "-f", "http://127.0.0.1:4010/_control/health"] }
  other:
    command: gcm-sandbox
    healthcheck: { test: ["CMD-SHELL", "a || b"] }
  tests:
    command: ["sh", "-c", "echo it's"]
    environment: [URL=http://sms:4010/v1]
`,
      "compose.yaml",
    );
    expect(plan).toEqual({
      jobs: [{ scripts: ["sh -c 'echo it'\\''s'"], variables: { URL: "http://sms:4010/v1" } }],
      services: [
        {
          name: "sms",
          command: "npx @getclickmedia/sms-mock --host 0.0.0.0",
          check: "curl -f http://127.0.0.1:4010/_control/health",
          variables: {},
        },
        { name: "other", command: "gcm-sandbox", check: "a || b", variables: {} },
      ],
      hosts: ["sms", "other", "tests"],
      variables: {},
      problems: [],
    });
  });

  test("knows what the images of this repository do by themselves", () => {
    const plan = readSteps(
      `services:
  sms:
    image: ghcr.io/getclickmedia/sms-sandbox:1
    command: [--clock, frozen]
  tests:
    image: python:3.13
    command: pytest
`,
      "compose.yaml",
    );
    expect(plan).toMatchObject({
      jobs: [{ scripts: ["pytest"] }],
      services: [
        {
          command: "npx --yes @getclickmedia/sms-sandbox --host 0.0.0.0 --clock frozen",
          check: "npx --yes @getclickmedia/sms-sandbox wait --timeout 2s",
        },
      ],
      problems: [],
    });
  });

  test("keeps to the schema of Compose", () => {
    const { problems } = readSteps("services: { a: { comand: x } }", "compose.yaml");
    expect(problems[0]).toBe("/services/a must NOT have additional properties (Compose schema)");
  });

  test("may not have a service without a command, or none at all", () => {
    expect(readSteps("services: { a: { image: x } }", "compose.yaml").problems).toEqual([
      "the service a has no command:",
    ]);
    expect(readSteps("{}", "docker-compose.yml").problems).toEqual(["the file has no services:"]);
  });
});

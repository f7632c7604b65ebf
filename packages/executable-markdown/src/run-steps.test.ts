import { beforeAll, describe, expect, test } from "vitest";
import { prepareEnvironment, type SampleEnvironment } from "./environment.ts";
import { fixturePage } from "./fixture-page.ts";
import { runPage } from "./open-page.ts";

let environment: SampleEnvironment;
beforeAll(async () => {
  environment = await prepareEnvironment();
}, 300_000);

async function reasons(text: string): Promise<string[]> {
  const page = fixturePage(text);
  expect(page.problems).toEqual([]);
  return (await runPage(page, environment)).map(({ reason, outcome }) => reason ?? outcome);
}

const checkFile = (address: string) => `\`\`\`js file="check.mjs"
const answer = await fetch("${address}/v1/account/balance", {
  headers: { "x-api-key": process.env.GCM_API_KEY },
});
console.log("credits", (await answer.json()).credits);
\`\`\`

`;

const until = (url: string) => `until curl -sf -o /dev/null ${url}; do sleep 0.1; done`;

const workflow = (steps: string) => `\`\`\`yaml file=".github/workflows/test.yml" steps
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - run: npm install @getclickmedia/sms-mock
${steps}
\`\`\`

`;

describe("the steps of a workflow", () => {
  test("start a mock on its port, use it from a file, and leave nothing behind", async () => {
    const text = `${checkFile("http://127.0.0.1:4010")}${workflow(`      - run: npx @getclickmedia/sms-mock &
      - run: |
          ${until("http://127.0.0.1:4010/_control/health")}
          node check.mjs`)}\`\`\`text output=partial
credits 48250
\`\`\`
`;
    expect(await reasons(text)).toEqual(["passed"]);
  });

  test("may name a port of their own", async () => {
    const text = workflow(`      - run: |
          npx @getclickmedia/sms-mock --port 5099 &
          ${until("http://localhost:5099/_control/health")}`);
    expect(await reasons(text)).toEqual(["passed"]);
  });

  test("of one job do not find what another one has started or set", async () => {
    const text = workflow(`      - run: |
          npx @getclickmedia/sms-mock &
          ${until("http://127.0.0.1:4010/_control/health")}
          echo "first $NAME"
        env: { NAME: job }
  second:
    runs-on: ubuntu-latest
    steps:
      - run: echo "second $NAME"
      - run: curl -sS --fail http://127.0.0.1:4010/_control/health`);
    const [reason] = await reasons(text);
    expect(reason).toMatch(/end with the code (?:7|56)/);
    expect(reason).toMatch(/first job\n {2}second$/m);
  });

  test("that ask for more than this machine has fail, also where they go on", async () => {
    const [reason] = await reasons(
      workflow("      - run: curl -s --max-time 5 http://sms.example/ || true"),
    );
    expect(reason).toContain("ask for more than this machine has");
    expect(reason).toContain("It called sms.example");
  });

  test("fail with what failed and where", async () => {
    const [reason] = await reasons(
      workflow(
        '      - run: |\n          curl -sS --fail http://127.0.0.1:4020/v1/sms/sends -H "x-api-key: $GCM_API_KEY"\n          echo not reached',
      ),
    );
    expect(reason).toMatch(/^pages\/test\.md:7: the steps of .* end with the code 22/);
    expect(reason).toContain("404 NOT_FOUND");
    expect(reason).not.toContain("not reached");
  });

  test("are of a file that actionlint accepts", async () => {
    const [reason] = await reasons(
      workflow("      - run: true").replace("    runs-on: ubuntu-latest\n", ""),
    );
    expect(reason).toMatch(/^pages\/test\.md:10: .*runs-on.*\(actionlint\)/);
  });
});

test("the scripts of GitLab CI are run", async () => {
  const text = `\`\`\`yaml file=".gitlab-ci.yml" steps
test:
  script:
    - npm ci
    - npx @getclickmedia/sms-sandbox --memory &
    - ${until("http://127.0.0.1:4020/_sandbox/health")}
\`\`\`
\`\`\`text output=partial
nowhere
\`\`\`
`;
  const [reason] = await reasons(text);
  expect(reason).toContain("write something else than line 14 says");
  expect(reason).toContain("gcm-sandbox ready at http://127.0.0.1:4020/v1");
});

describe("the services of Compose", () => {
  const compose = (check: string) => `\`\`\`yaml file="compose.yaml" steps
services:
  sms:
    image: node:24
    command: npx --yes @getclickmedia/sms-sandbox --host 0.0.0.0
    healthcheck:
      test: ["CMD", "curl", "-f", "${check}"]
  tests:
    image: node:24
    command: node check.mjs
    depends_on: { sms: { condition: service_healthy } }
\`\`\`
\`\`\`text output
credits 48250
\`\`\`
`;

  test("are started, and reached under their names", async () => {
    const file = checkFile("http://127.0.0.1:4020");
    const text = file + compose("http://127.0.0.1:4020/_sandbox/health");
    expect(await reasons(text)).toEqual(["passed"]);
  });

  test("that end are told", async () => {
    const text =
      checkFile("http://127.0.0.1:4020") +
      compose("http://127.0.0.1:4020/").replace("--host", "--hots");
    const [reason] = await reasons(text);
    expect(reason).toContain("the service sms is not healthy");
    expect(reason).toContain("--hots");
  });
});

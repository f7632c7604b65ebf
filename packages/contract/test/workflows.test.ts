import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";

const workflows = fileURLToPath(
  import.meta.resolve("@getclickmedia/sms-openapi/workflows/sms.arazzo.yaml"),
);
const redocly = fileURLToPath(new URL("../node_modules/.bin/redocly", import.meta.url));

interface Step {
  operationId: string;
  requestBody?: { payload: unknown };
}

/** The time of an example: the mock pairs a request that equals it, and refuses none. */
const inputs = { apiKey: "gcm_test_workflows", scheduleAt: "2026-06-24T09:00:00+05:30" };

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test("every workflow runs against the mock", async () => {
  const { stdout, stderr } = await promisify(execFile)(
    redocly,
    [
      ["respect", workflows, "--server", `sms=${mock.url}`],
      Object.entries(inputs).flatMap(([name, value]) => ["--input", `${name}=${value}`]),
    ].flat(),
    { env: { ...process.env, REDOCLY_TELEMETRY: "off", NO_COLOR: "1" } },
  );
  const text = stdout + stderr;
  expect(text).toMatch(/Workflows: 3 passed, 3 total/);
  expect(text).toMatch(/Checks: (\d+) passed, \1 total/);
});

test("what a workflow sends is an example of its operation", async () => {
  const document = parse(await readFile(workflows, "utf8"));
  const operations = operationsOf(await readDocument());
  const steps: Step[] = document.workflows.flatMap((workflow: { steps: Step[] }) => workflow.steps);
  const sending = steps.filter(({ requestBody }) => requestBody);
  expect(sending.length).toBeGreaterThan(0);
  for (const { operationId, requestBody } of sending) {
    const operation = operations.find((each) => operationId.endsWith(`.${each.operationId}`));
    const values = examplesOf(operation?.requestBody).map(([, { value }]) => value);
    expect(values).toContainEqual(filled(requestBody?.payload));
  }
});

/** What is sent once the inputs are put into the places that name them. */
function filled(payload: unknown): unknown {
  const text = JSON.stringify(payload).replaceAll(
    /"\$inputs\.(\w+)"/g,
    (_, name: keyof typeof inputs) => JSON.stringify(inputs[name]),
  );
  return JSON.parse(text);
}

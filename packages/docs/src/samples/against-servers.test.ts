import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examplesOf, operationsOf, readDocument, type Schema } from "@getclickmedia/sms-document";
import { startMock } from "@getclickmedia/sms-mock";
import { startSandbox } from "@getclickmedia/sms-sandbox";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { afterAll, describe, expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf as operationsOfBundle } from "../document.ts";
import { bodyExamples } from "./body-examples.ts";
import { runSample, sampleLanguages } from "./sample-languages.ts";
import { sampleRequest } from "./sample-request.ts";

// Each call of the reference, written down without an SDK as its curl samples and the page of the sandbox have it, is
// run against the mock and against the sandbox, and has to print the answer that the reference shows beside it.

const bundle = await readBundle();
const operations = operationsOf(await readDocument());
const calls = operationsOfBundle(bundle).map((each) => {
  const { operationId } = each.operation;
  const found = operations.find((operation) => operation.operationId === operationId);
  const [status, success] =
    Object.entries(found?.responses ?? {}).find(([code]) => code.startsWith("2")) ?? [];
  const [sent] = bodyExamples(bundle, each.operation)[0] ?? [];
  const examples = examplesOf(success);
  const example = examples.find(([name]) => name === sent) ?? examples[0];
  const [content] = Object.values(success?.content ?? {});
  if (!status || !example || !content)
    throw new Error(`${operationId} has no example of a success.`);
  return {
    operationId,
    request: sampleRequest(bundle, each),
    answer: example[1].value,
    state: example[1]["x-gcm-state"],
    schema: content.schema,
  };
});

const mock = await startMock({ port: 0 });
const sandbox = await startSandbox({ port: 0, clock: "frozen" });
const folder = await mkdtemp(join(tmpdir(), "gcm-docs-samples-"));
afterAll(async () => {
  await Promise.all([mock.close(), sandbox.close()]);
  await rm(folder, { recursive: true });
});

for (const language of sampleLanguages) {
  const { label, needs } = language;
  const found = !needs || findTool(needs) !== undefined;
  if (!found) reportMissing(needs, `the ${label} samples are not run`);

  describe.skipIf(!found)(`the ${label} sample`, () => {
    const print = async (request: (typeof calls)[number]["request"], url: string) => {
      const key = sandbox.apiKey ?? "";
      const { origin } = new URL(url);
      const { exitCode, stdout, stderr } = await runSample(language, request, {
        folder,
        origin,
        key,
      });
      expect(exitCode, stdout + stderr).toBe(0);
      return JSON.parse(stdout) as unknown;
    };

    test.each(calls)("of $operationId prints the example of the mock", async (call) => {
      expect(await print(call.request, mock.url)).toEqual(call.answer);
    });

    test.each(calls)(
      "of $operationId prints what the sandbox answers in its state",
      async (call) => {
        if (call.state !== undefined) await enterState(call.state);
        const printed = await print(call.request, sandbox.url);
        expect(stable(printed, call.schema)).toEqual(stable(call.answer, call.schema));
      },
    );
  });
}

test("ids and times are all that a sandbox answers differently", () => {
  const send = calls.find(({ operationId }) => operationId === "send");
  expect(send && Object.keys(stable(send.answer, send.schema) as object)).toEqual([
    "messageId",
    "to",
    "status",
    "queuedAt",
    "credits",
  ]);
  expect(send && stable(send.answer, send.schema)).toMatchObject({
    messageId: "any string",
    to: "919876543210",
    queuedAt: "any string",
  });
});

/** The values of an answer, those that are of the moment only by their type. */
function stable(answer: unknown, { properties = {} }: Schema): unknown {
  const schemas = properties as Record<string, Schema>;
  return Object.fromEntries(
    Object.entries(answer as object).map(([name, value]) => {
      const isVolatile = schemas[name]?.["x-gcm-volatile"] === true && value !== null;
      return [name, isVolatile ? `any ${typeof value}` : value];
    }),
  );
}

async function enterState(state: string): Promise<void> {
  const answer = await fetch(`${sandbox.controlUrl}/states`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ state }),
  });
  expect(answer.status).toBe(204);
}

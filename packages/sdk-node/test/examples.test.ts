import { createServer } from "node:http";
import {
  type Example,
  errorCatalogue,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  readDocument,
  signatureHeader,
} from "@getclickmedia/sms-document";
import { listen } from "@getclickmedia/sms-listen";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorClasses } from "../src/errors.ts";
import { SmsClient, SmsError } from "../src/index.ts";
import { nodeWebhook, type WebhookEvent } from "../src/webhooks/index.ts";
import { call } from "./call.ts";

const document = await readDocument();
const operations = operationsOf(document);
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** A client that asks the mock for one example. */
function clientFor(status: string, example: string): SmsClient {
  return new SmsClient({
    apiKey: "gcm_test_of0examples",
    baseUrl: mock.url,
    maxRetries: 0,
    headers: { prefer: `code=${status}, example=${example}` },
  });
}

interface Case {
  operation: LocatedOperation;
  status: string;
  name: string;
  example: Example;
}

const cases: Case[] = operations.flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    examplesOf(response).map(([name, example]) => ({ operation, status, name, example })),
  ),
);
const successes = cases.filter(({ status }) => status === "200");
const errors = cases.filter(({ example }) => codeOf(example));

function codeOf({ value }: Example): string | undefined {
  return (value as { error?: { code: string } }).error?.code;
}

/** The request example of a name, or the first; where there is no body, the example of each parameter. */
function argumentsOf({ requestBody, parameters = [] }: LocatedOperation, name: string) {
  const bodies = Object.fromEntries(examplesOf(requestBody));
  const body = bodies[name] ?? Object.values(bodies)[0];
  if (body) return body.value as Record<string, unknown>;
  return Object.fromEntries(
    parameters.map((parameter) => {
      const values = parameter.examples ?? {};
      return [parameter.name, (values[name] ?? Object.values(values)[0])?.value];
    }),
  );
}

test.each(successes)("$operation.operationId answers $name", async (each) => {
  const client = clientFor(each.status, each.name);
  const args = argumentsOf(each.operation, each.name);

  await expect(call(client, each.operation.operationId, args)).resolves.toEqual(each.example.value);
});

test.each(errors)("$operation.operationId raises $status $name", async (each) => {
  const client = clientFor(each.status, each.name);
  const args = argumentsOf(each.operation, each.name);

  const error: unknown = await call(client, each.operation.operationId, args).catch(
    (error) => error,
  );

  const code = codeOf(each.example) ?? "";
  expect(Object.getPrototypeOf(error)).toBe(errorClasses[code]?.prototype);
  expect(error).toBeInstanceOf(SmsError);
  expect(error).toHaveProperty("name", expect.not.stringMatching(/^SmsError$/));
  expect(error).toMatchObject({ code, status: Number(each.status), deliveryUnknown: false });
});

test("these are all operations and all codes", () => {
  expect(new Set(successes.map(({ operation }) => operation.operationId))).toEqual(
    new Set(operations.map(({ operationId }) => operationId)),
  );
  expect(new Set(errors.map(({ example }) => codeOf(example)))).toEqual(
    new Set(Object.keys(errorCatalogue(document))),
  );
});

test.each(Object.keys(document.webhooks))("the mock's %s is received", async (name) => {
  const { post } = document.webhooks[name] ?? {};
  if (!post) throw new Error(`The document has no ${name}.`);
  const secret = signatureHeader(post)?.["x-gcm-example-secret"] ?? "";
  const events: WebhookEvent[] = [];
  const receive = nodeWebhook({ secret, onEvent: (event) => events.push(event) });
  const receiver = await listen(createServer(receive), 0, "127.0.0.1");

  const control = new URL("/_control/webhooks", mock.url);
  const answer = await fetch(control, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ event: name, url: receiver.origin, secret }),
  });
  await receiver.close();

  await expect(answer.json()).resolves.toEqual({ status: 204 });
  expect(events).toEqual([examplesOf(post.requestBody)[0]?.[1].value]);
});

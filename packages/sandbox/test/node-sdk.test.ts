import { type BulkRequest, SmsClient } from "@getclickmedia/sms-sdk";
import { type ExampleVector, vectors } from "@getclickmedia/sms-vectors";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sandbox } from "../src/start-sandbox.ts";
import { startTestSandbox } from "./test-sandbox.ts";

// The other SDKs replay these examples in their own tests.

let sandbox: Sandbox;
let client: SmsClient;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  client = new SmsClient({
    ...(sandbox.apiKey ? { apiKey: sandbox.apiKey } : {}),
    baseUrl: sandbox.url,
    maxRetries: 0,
  });
});
afterAll(() => sandbox.close());

test.each(vectors.examples.filter(({ state }) => state))(
  "the Node SDK replays $name",
  async (vector) => {
    const { state, value, volatile, error } = vector;
    await fetch(`${sandbox.controlUrl}/states`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state }),
    });

    const outcome = await call(vector).catch((failure: unknown) => failure);

    if (error)
      return expect(outcome).toMatchObject({
        name: error.type,
        code: error.code,
        status: vector.status,
      });
    const expected = Object.entries(value ?? {}).map(([field, each]) => [
      field,
      volatile.includes(field) && each !== null ? expect.any(String) : each,
    ]);
    expect(outcome).toEqual(Object.fromEntries(expected));
  },
);

async function call({ operation, arguments: args }: ExampleVector): Promise<unknown> {
  const [id = ""] = Object.values(args) as string[];
  switch (operation) {
    case "send":
      return client.send(args as never);
    case "sendBulk": {
      const { outcomes, stoppedBy } = await client.sendBulk(args as unknown as BulkRequest);
      if (stoppedBy) throw stoppedBy;
      return outcomes[0] && "response" in outcomes[0] && outcomes[0].response?.data;
    }
    case "getBalance":
      return client.getBalance();
    default:
      return client[operation](id);
  }
}

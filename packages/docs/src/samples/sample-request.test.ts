import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf } from "../document.ts";
import { sampleRequest } from "./sample-request.ts";

const bundle = await readBundle();

function find(operationId: string) {
  const found = operationsOf(bundle).find(({ operation }) => operation.operationId === operationId);
  if (!found) throw new Error(`The bundle has no operation ${operationId}.`);
  return found;
}

test("a call with a body is the first example, sent to the first server", () => {
  const { operation } = find("send");
  const [example] = Object.values(
    operation.requestBody?.content["application/json"]?.examples ?? {},
  );
  expect(sampleRequest(bundle, find("send"))).toEqual({
    method: "POST",
    url: "https://api.getclickmedia.com/v1/sms/send",
    keyHeader: "x-api-key",
    body: { mediaType: "application/json", value: example?.value },
  });
});

test("of the examples of a body one without a time is taken, as the API takes it on any day", () => {
  expect(sampleRequest(bundle, find("sendBulk")).body?.value).not.toHaveProperty("scheduleAt");
});

test("a path parameter is filled in with its first example, also behind a reference", () => {
  expect(sampleRequest(bundle, find("getStatus"))).toEqual({
    method: "GET",
    url: "https://api.getclickmedia.com/v1/sms/status/gcm_msg_1a2b3c4d5e",
    keyHeader: "x-api-key",
  });
});

test("an operation without an example cannot have a sample", () => {
  const { path, method, operation } = find("cancelScheduled");
  const bare = { ...operation, parameters: [] };
  expect(() => sampleRequest(bundle, { path, method, operation: bare })).toThrow(
    "cancelScheduled lacks an example",
  );
});

import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { type ErrorCode, errorCodes, operations } from "@getclickmedia/sms-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FaultOrder, type FaultServer, startFaultServer } from "../src/index.ts";

const document = await readDocument();
let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

type Call = { method: string; path: string };

let runs = 0;
function call(fault: FaultOrder, { method, path }: Call = operations.send) {
  const baseUrl = server.baseUrl(`run-${++runs}`, [fault]);
  return fetch(`${baseUrl}${path.replace(/\{.*\}/, "an_id")}`, { method, redirect: "manual" });
}

test.each(operationsOf(document))("ok answers $operationId with its example", async (operation) => {
  const [[, example] = []] = examplesOf(operation.responses[200]);
  const response = await call("ok", operation);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual(example?.value);
});

test("ok answers an unknown path with the documented error, and accepts nothing there", async () => {
  const response = await call("ok", { method: "POST", path: "/sms/nothing" });
  expect(response.status).toBe(404);
  expect(await response.json()).toHaveProperty("error.code", "NOT_FOUND");
  expect(server.run(`run-${runs}`)?.counts).toEqual({ requests: 1, posts: 1, accepted: 0 });
});

test.each(Object.values(errorCodes))("error-$name has its status and code", async (error) => {
  const response = await call(`error-${error.name as ErrorCode}`);
  expect(response.status).toBe(error.status);
  expect(await response.json()).toHaveProperty("error.code", error.name);
});

describe("Retry-After", () => {
  const retryAfter = async (fault: FaultOrder) => (await call(fault)).headers.get("retry-after");

  test("is the seconds that were ordered, or the default", async () => {
    expect(await retryAfter("rate-limited")).toBe("1");
    expect(await retryAfter("rate-limited-0.2s")).toBe("0.2");
    expect(await retryAfter("rate-limited-30s")).toBe("30");
    expect(await retryAfter("503-retry-after-2s")).toBe("2");
  });

  test("is a date that is no nearer than the seconds that were ordered", async () => {
    const before = Date.now();
    const date = (await retryAfter("rate-limited-date-2s")) ?? "";
    expect(date).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(Date.parse(date)).toBeGreaterThanOrEqual(before + 2_000);
    expect(Date.parse(date)).toBeLessThanOrEqual(Date.now() + 3_000);
  });

  test("is absent where it is to be", async () => {
    expect(await retryAfter("rate-limited-without-retry-after")).toBeNull();
    expect(await retryAfter("rate-limited-html")).toBeNull();
    expect(await retryAfter("503-without-code")).toBeNull();
  });
});

describe("a success without what belongs to it", () => {
  const bodyOf = async (fault: FaultOrder, of?: Call) => (await call(fault, of)).text();

  test("is no JSON", async () => {
    for (const fault of ["ok-garbage", "ok-html", "ok-empty"] as const) {
      const body = await bodyOf(fault);
      expect(() => JSON.parse(body)).toThrow();
    }
  });

  test("is JSON of another kind", async () => {
    expect(JSON.parse(await bodyOf("ok-array"))).toEqual([]);
    expect(JSON.parse(await bodyOf("ok-null"))).toBeNull();
    expect(JSON.parse(await bodyOf("ok-string"))).toBeTypeOf("string");
    expect(JSON.parse(await bodyOf("ok-error-body"))).toHaveProperty("error.code", "GATEWAY_ERROR");
  });

  test("lacks the id alone", async () => {
    expect(Object.keys(JSON.parse(await bodyOf("ok-without-id")))).toEqual([
      "to",
      "status",
      "queuedAt",
      "credits",
    ]);
    expect(JSON.parse(await bodyOf("ok-without-id", operations.sendBulk))).not.toHaveProperty(
      "batchId",
    );
  });
});

test("a server error has the code that its name says", async () => {
  const codeOf = async (fault: FaultOrder) => {
    const body = (await (await call(fault)).json()) as { error: { code?: string } };
    return body.error.code;
  };
  expect(await codeOf("502-gateway-error")).toBe("GATEWAY_ERROR");
  expect(await codeOf("500-without-code")).toBeUndefined();
  const unknown = await codeOf("500-unknown-code");
  expect(unknown).toBeTypeOf("string");
  expect(errorCodes).not.toHaveProperty(String(unknown));
  const page = await call("504-html");
  expect(page.headers.get("content-type")).toBe("text/html");
  expect(await page.text()).toContain("<html>");
});

test("a slow response takes the time that was ordered", async () => {
  const started = performance.now();
  await (await call("slow-response-0.3s")).text();
  expect(performance.now() - started).toBeGreaterThan(250);
});

import { expect, test } from "vitest";
import { errorResponse, withFreshRequestId } from "./error-response.ts";

const fault = { status: 400, code: "MISSING_FIELD", message: "Add to." } as const;
const randomId = expect.stringMatching(/^req_[0-9a-f]{32}$/);

test("a fault is written with its headers and an id, which may be given", () => {
  const { status, headers, body } = errorResponse({ ...fault, headers: { allow: "GET" } }, "req_1");
  expect({ status, headers }).toEqual({ status: 400, headers: { allow: "GET" } });
  expect(body).toEqual({
    error: { code: "MISSING_FIELD", message: "Add to.", requestId: "req_1" },
  });
  expect(errorResponse(fault)).toMatchObject({ body: { error: { requestId: randomId } } });
});

test("an error of an example gets an id of its own, and all else stays as it is", () => {
  const fresh = withFreshRequestId(errorResponse(fault, "req_1"));
  expect(fresh).toMatchObject({ body: { error: { code: "MISSING_FIELD", requestId: randomId } } });
  for (const body of [{ credits: 1 }, undefined]) {
    const answer = { status: 200, headers: {}, body };
    expect(withFreshRequestId(answer)).toBe(answer);
  }
});

import { expect, test } from "vitest";
import { errorAnswer, responseOf } from "./answer.ts";

test("an answer is JSON and says so", async () => {
  const headers = { "retry-after": "1" };
  const response = responseOf({ status: 402, headers, body: { a: 1 } });
  expect(response.status).toBe(402);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "application/json",
    "retry-after": "1",
  });
  expect(await response.json()).toEqual({ a: 1 });
});

test("an answer without a body has none", () => {
  const response = responseOf({ status: 304, headers: { "retry-after": "2" } });
  expect(response.status).toBe(304);
  expect(Object.fromEntries(response.headers)).toEqual({ "retry-after": "2" });
  expect(response.body).toBeNull();
});

test("an error is that of the documentation, with the message of the moment", () => {
  const documented = errorAnswer("send", "MISSING_FIELD");
  expect(documented.status).toBe(400);
  expect(documented.body).toEqual({
    error: {
      code: "MISSING_FIELD",
      message: "The required field templateId is missing. Add it to the body.",
      requestId: "req_400a01",
    },
  });
  expect(errorAnswer("send", "MISSING_FIELD", "Now it is another.").body).toEqual({
    error: { code: "MISSING_FIELD", message: "Now it is another.", requestId: "req_400a01" },
  });
  expect(errorAnswer("send", "MISSING_FIELD")).toEqual(documented);
});

test("an error that an operation never answers is refused", () => {
  expect(() => errorAnswer("getBalance", "NOT_FOUND")).toThrow(
    /^getBalance never answers NOT_FOUND\. It may answer [A-Z_]+(, [A-Z_]+){4}\.$/,
  );
});

import { expect, test } from "vitest";
import { ProblemError, problemOf, problemOfBody } from "./problem.ts";

test("an error of the API is told with its code and request id", () => {
  const body = {
    error: { code: "NOT_FOUND", message: "There is no such key.", requestId: "req_1" },
  };
  expect(problemOfBody(body, 404)).toEqual({
    code: "NOT_FOUND",
    message: "There is no such key.",
    requestId: "req_1",
    status: 404,
  });
});

test.each([[undefined], ["oops"], [{ error: null }], [{ error: { code: 7 } }]])(
  "an answer that is no error of the API, %j, is told by its status",
  (body) => {
    expect(problemOfBody(body, 502)).toEqual({
      message: "The sandbox answered with status 502.",
      status: 502,
    });
  },
);

test("a call without an answer says so, whatever the browser says", () => {
  expect(problemOf(new TypeError("Failed to fetch")).message).toBe("The sandbox gave no answer.");
});

test("a thrown problem is the problem itself", () => {
  const problem = { code: "NOT_FOUND", message: "Gone." };
  expect(problemOf(new ProblemError(problem))).toBe(problem);
});

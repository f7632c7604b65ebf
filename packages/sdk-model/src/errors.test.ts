import { readDocument } from "@getclickmedia/sms-document";
import { errorCodes } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { errorClassName, readErrors } from "./errors.ts";

test.each([
  ["TEAPOT", "TeapotError"],
  ["RATE_LIMIT_EXCEEDED", "RateLimitExceededError"],
  ["GATEWAY_ERROR", "GatewayError"],
  ["ERROR_OF_OURS", "ErrorOfOursError"],
  ["INVALID_API_KEY", "InvalidApiKeyError"],
])("the class of %s is %s", (code, name) => {
  expect(errorClassName(code)).toBe(name);
});

test("every code of the catalogue is there with all that it says", async () => {
  expect(readErrors(await readDocument())).toEqual(
    Object.values(errorCodes).map(({ name: code, ...entry }) => ({
      code,
      className: errorClassName(code),
      transportStatuses: [],
      ...entry,
    })),
  );
});

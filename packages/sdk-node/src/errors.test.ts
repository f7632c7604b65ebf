import { type ErrorCode, errorCodes } from "@getclickmedia/sms-types";
import { describe, expect, test } from "vitest";
import { errorClasses, errorClassName } from "./errors.ts";
import * as sdk from "./index.ts";

const { SmsAbortError, SmsConfigurationError, SmsConnectionError, SmsError, SmsTimeoutError } = sdk;

const codes = Object.keys(errorCodes) as ErrorCode[];
const classes = Object.values(sdk).filter(
  (value): value is typeof SmsError =>
    value === SmsError || Object.getPrototypeOf(value) === SmsError,
);

describe("every error", () => {
  test("of the SDK is exported: the base, four of its own, and one for each documented code", () => {
    expect(classes).toHaveLength(1 + 4 + codes.length);
    expect(new Set(classes.map(({ prototype }) => prototype.name)).size).toBe(classes.length);
  });

  test.each(classes.map((each) => [each.name, each] as const))(
    "%s is an SmsError by class and name",
    (name, ErrorClass) => {
      const error = new ErrorClass("what happened");
      expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(SmsError);
      expect(error).toBeInstanceOf(ErrorClass);
      expect(error.name).toBe(name);
      expect(Object.keys(error)).not.toContain("name");
      expect(String(error)).toBe(`${name}: what happened`);
      expect(error.stack).toMatch(new RegExp(`^${name}: what happened\n`));
    },
  );
});

describe("an error", () => {
  test("without details knows nothing, and promises nothing", () => {
    const error = new SmsError("what happened");
    expect(error).toMatchObject({
      code: undefined,
      status: undefined,
      requestId: undefined,
      retryable: false,
      deliveryUnknown: false,
      retryAfter: undefined,
    });
    expect(error).not.toHaveProperty("cause");
  });

  test("has the details that it is given", () => {
    const details = {
      code: "ANY",
      status: 418,
      requestId: "req_1",
      retryable: true,
      deliveryUnknown: true,
      retryAfter: 7,
      cause: new Error("why"),
    };
    for (const ErrorClass of [
      SmsError,
      SmsConnectionError,
      SmsTimeoutError,
      SmsAbortError,
      SmsConfigurationError,
    ])
      expect(new ErrorClass("what happened", details)).toMatchObject(details);
  });
});

describe("every documented code", () => {
  test("has a class, and nothing else has one", () => {
    expect(Object.keys(errorClasses)).toEqual(codes);
  });

  test.each(codes)("%s has the exported class of its name", (code) => {
    const name = errorClassName(code);
    expect(sdk).toHaveProperty(name, errorClasses[code]);
    expect(errorClasses[code]?.prototype.name).toBe(name);
  });

  test("is no method of objects", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"])
      expect(errorClasses[name]).toBeUndefined();
  });
});

import { readDocument } from "@getclickmedia/sms-document";
import { type ErrorModel, readModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { errorClassName } from "../errors.ts";
import { errorClasses, retryableCodes } from "./errors.ts";

const model = readModel(await readDocument());

const withCode = (code: string, entry: Partial<ErrorModel>) => ({
  ...model,
  errors: [
    {
      code,
      className: errorClassName(code),
      status: 418,
      transportStatuses: [],
      retryable: false,
      description: "It is a teapot.",
      action: "Pour.",
      ...entry,
    },
  ],
});

test("a class is called by the name that the SDK gives its errors at run time", () => {
  for (const { code, className } of model.errors) expect(errorClassName(code)).toBe(className);
});

test("a new code is a class with its meaning and what to do", () => {
  expect(
    errorClasses(withCode("TEAPOT", { transportStatuses: [419, 420] })),
  ).toMatchInlineSnapshot(`
    "// Generated from spec/ by \`pnpm generate\`. Do not edit.

    import { nameAfter, SmsError } from "../errors.ts";

    /**
     * \`TEAPOT\` (418, 419, 420): It is a teapot.
     *
     * Pour.
     */
    export class TeapotError extends SmsError {
      static {
        nameAfter("TEAPOT", TeapotError);
      }
    }
    "
  `);
});

test("a new code is not retryable unless it says so", () => {
  expect(retryableCodes(withCode("TEAPOT", {}))).not.toContain("TEAPOT");
});

test("a new code that is retryable is so with its status alone", () => {
  const table = retryableCodes(withCode("TEAPOT", { retryable: true, transportStatuses: [419] }));
  expect(table).toContain("  __proto__: null as never,\n  TEAPOT: 418,\n};");
});

test("a new description is told", () => {
  expect(
    errorClasses(withCode("TEAPOT", { description: "Ends */ here.", action: "Brew." })),
  ).toContain(" * `TEAPOT` (418): Ends *\\/ here.\n *\n * Brew.\n */");
});

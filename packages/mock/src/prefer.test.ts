import { readDocument } from "@getclickmedia/sms-document";
import { createMakeFault } from "@getclickmedia/sms-request-validation";
import { expect, test } from "vitest";
import { readPrefer } from "./prefer.ts";

const fault = createMakeFault(await readDocument());
const answers = new Map([
  [200, ["otp"]],
  [301, []],
  [422, ["templateMismatch", "senderNotRegistered"]],
]);

test.each([
  ["", {}],
  ["respond-async, wait=10", {}],
  ["code=422", { status: 422 }],
  ["code=301", { status: 301 }],
  ["Code=422; Example=senderNotRegistered", { status: 422, example: "senderNotRegistered" }],
  ['code="200", example="otp"', { status: 200, example: "otp" }],
  ["code=422, code=200, Code=301", { status: 422 }],
  ["example=otp; example=nothing", { status: 200, example: "otp" }],
  ["example=templateMismatch", { status: 422, example: "templateMismatch" }],
])("%j asks for %j", (header, choice) => {
  expect(readPrefer(header, answers, fault)).toEqual(choice);
});

test.each([
  ["code=418", "a code that this operation does not have. It has 200, 301, 422."],
  ["code=", "a code that this operation does not have. It has 200, 301, 422."],
  ["example=nothing", "There is otp, templateMismatch, senderNotRegistered."],
  ["code=301, example=otp", "There is none."],
  ["code=200, example=templateMismatch", "There is otp."],
])("%j is refused with what there is", (header, message) => {
  expect(readPrefer(header, answers, fault)).toMatchObject({
    status: 400,
    message: expect.stringContaining(message),
  });
});

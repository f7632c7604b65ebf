import type { ErrorCode } from "@getclickmedia/sms-types";
import { expect, expectTypeOf, test } from "vitest";
import {
  checkMessage,
  type DltErrorCode,
  type DltMessage,
  type DltRegistry,
  type RegisteredTemplate,
} from "./check-message.ts";
import { compileTemplate } from "./compile-template.ts";
import { defaultRules } from "./default-rules.ts";
import type { DltRules } from "./rules.ts";

const [, tagged] = defaultRules;

function registered(text: string, more: Partial<RegisteredTemplate> = {}): RegisteredTemplate {
  const compiled = compileTemplate(text, tagged);
  if (!compiled.valid) throw new Error(compiled.message);
  return {
    senderIds: ["GCMDIA"],
    type: "transactional",
    approved: true,
    compiled: compiled.template,
    ...more,
  };
}

const otp = "Your OTP is {#numeric#}. — GCMDIA";
const headers: Record<string, { approved: boolean }> = {
  GCMDIA: { approved: true },
  GCMTWO: { approved: true },
  GCMNEW: { approved: false },
};
const templates: Record<string, RegisteredTemplate> = {
  "1": registered(otp),
  "2": registered(otp, { approved: false }),
  "3": registered(otp, { type: "promotional" }),
  "4": registered(otp, { senderIds: ["GCMDIA", "GCMNEW"] }),
};
const registry: DltRegistry = {
  header: (senderId) => headers[senderId],
  template: (templateId) => templates[templateId],
};
const message: DltMessage = {
  message: "Your OTP is 482910. — GCMDIA",
  senderId: "GCMDIA",
  templateId: "1",
  type: "transactional",
  at: Date.parse("2026-06-23T10:30:00Z"),
};

const check = (change: Partial<DltMessage>, rules: readonly DltRules[] = defaultRules) =>
  checkMessage({ ...message, ...change }, registry, rules);

test("a message goes out whose header and template are approved and whose text matches", () => {
  expect(check({})).toBeUndefined();
});

test.each<[Partial<DltMessage>, DltErrorCode, string]>([
  [
    { senderId: "NOTREG", templateId: "9" },
    "SENDER_NOT_REGISTERED",
    "The sender header NOTREG is not registered on DLT. Register it, or use an approved one.",
  ],
  [
    { senderId: "GCMNEW", templateId: "9" },
    "SENDER_NOT_REGISTERED",
    "The sender header GCMNEW is not approved on DLT yet. Wait until it is, or use an approved one.",
  ],
  [
    { templateId: "9" },
    "TEMPLATE_MISMATCH",
    "There is no DLT template 9. Correct templateId, or register the template.",
  ],
  [
    { templateId: "2", senderId: "GCMTWO" },
    "TEMPLATE_MISMATCH",
    "The DLT template 2 is not approved yet. Wait until it is, or use another.",
  ],
  [
    { templateId: "4", senderId: "GCMTWO", type: "promotional" },
    "TEMPLATE_MISMATCH",
    "The DLT template 4 is registered for GCMDIA, GCMNEW, not for GCMTWO. Change senderId, or register the template for this header too.",
  ],
  [
    { templateId: "3", message: "x" },
    "TEMPLATE_MISMATCH",
    "The DLT template 3 is promotional, and the message is transactional. Change type, or use another template.",
  ],
  [
    { message: "Your OTP is 48x910. — GCMDIA" },
    "TEMPLATE_MISMATCH",
    "The message does not match the DLT template 1. Variable 1 ({#numeric#}) holds a character that it may not, at position 14. It takes digits.",
  ],
])("%j", (change, code, sentence) => {
  expect(check(change)).toEqual({ code, message: sentence });
});

test("how strictly a text is compared is up to the rules of the day", () => {
  const lenient: DltRules = { ...tagged, from: "2027-01-01", matching: "lenient" };
  const rules = [lenient, ...defaultRules];
  const change = { message: "your otp is 482910. - GCMDIA" };
  expect(check(change, rules)?.code).toBe("TEMPLATE_MISMATCH");
  expect(check({ ...change, at: Date.parse("2027-01-01T00:00:00+05:30") }, rules)).toBeUndefined();
});

test("before the first rules everything goes out", () => {
  expect(check({ senderId: "NOTREG", at: Date.parse("2021-01-01") })).toBeUndefined();
});

test("the codes are codes of the API", () => {
  expectTypeOf<DltErrorCode>().toExtend<ErrorCode>();
});

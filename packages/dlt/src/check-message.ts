import type { ErrorCode } from "@getclickmedia/sms-types";
import { mismatchOf } from "./match-template.ts";
import { visible } from "./quote.ts";
import type { DltRules } from "./rules.ts";
import { rulesAt } from "./rules-at.ts";
import type { Template } from "./template.ts";

// The names are those of the API's catalogue, which the types of this package need not depend on.
const senderNotRegistered = "SENDER_NOT_REGISTERED" satisfies ErrorCode;
const templateMismatch = "TEMPLATE_MISMATCH" satisfies ErrorCode;

export type DltErrorCode = typeof senderNotRegistered | typeof templateMismatch;

export type DltMessageType = "transactional" | "promotional";

/** A message as the API takes it, and when it is to go out, in milliseconds since 1970. */
export interface DltMessage {
  message: string;
  senderId: string;
  templateId: string;
  type: DltMessageType;
  at: number;
}

/** What is registered on DLT. */
export interface DltRegistry {
  header(senderId: string): RegisteredHeader | undefined;
  template(templateId: string): RegisteredTemplate | undefined;
}

export interface RegisteredHeader {
  approved: boolean;
}

export interface RegisteredTemplate {
  /** The headers that may send it. */
  senderIds: readonly string[];
  type: DltMessageType;
  approved: boolean;
  compiled: Template;
}

export interface DltProblem {
  code: DltErrorCode;
  /** What is wrong and what to do. It never repeats the text of the message. */
  message: string;
}

/**
 * Why DLT does not let a message out, if it does not: first what is wrong with its header, then with its
 * template, then with its text. Before the date of the first rules everything goes out. The hours of
 * promotional messages are not looked at, because outside of them a message waits: see
 * `withinPromotionalHours`.
 */
export function checkMessage(
  message: DltMessage,
  registry: DltRegistry,
  rules: readonly DltRules[],
): DltProblem | undefined {
  const current = rulesAt(rules, message.at);
  if (!current) return undefined;
  return (
    checkHeader(message, registry.header(message.senderId)) ??
    checkTemplate(message, registry.template(message.templateId), current)
  );
}

function checkHeader(
  { senderId }: DltMessage,
  header: RegisteredHeader | undefined,
): DltProblem | undefined {
  if (header?.approved) return undefined;
  const name = `sender header ${visible(senderId)}`;
  const message = header
    ? `The ${name} is not approved on DLT yet. Wait until it is, or use an approved one.`
    : `The ${name} is not registered on DLT. Register it, or use an approved one.`;
  return { code: senderNotRegistered, message };
}

function checkTemplate(
  { message, senderId, templateId, type }: DltMessage,
  template: RegisteredTemplate | undefined,
  { matching }: DltRules,
): DltProblem | undefined {
  if (!template) {
    return mismatch(
      `There is no ${templateName(templateId)}. Correct templateId, or register the template.`,
    );
  }
  if (!template.approved) {
    return mismatch(
      `The ${templateName(templateId)} is not approved yet. Wait until it is, or use another.`,
    );
  }
  if (!template.senderIds.includes(senderId)) {
    const headers = visible(template.senderIds.join(", ")) || "no header";
    return mismatch(
      `The ${templateName(templateId)} is registered for ${headers}, not for ${visible(senderId)}. Change senderId, or register the template for this header too.`,
    );
  }
  if (template.type !== type) {
    return mismatch(
      `The ${templateName(templateId)} is ${template.type}, and the message is ${type}. Change type, or use another template.`,
    );
  }
  const problem = mismatchOf(template.compiled, message, matching);
  if (!problem) return undefined;
  return mismatch(`The message does not match the ${templateName(templateId)}. ${problem.message}`);
}

function templateName(templateId: string): string {
  return `DLT template ${visible(templateId)}`;
}

function mismatch(message: string): DltProblem {
  return { code: templateMismatch, message };
}

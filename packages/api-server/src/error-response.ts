import { randomUUID } from "node:crypto";
import type { Fault } from "@getclickmedia/sms-request-validation";
import type { Answer } from "./answer.ts";

/** Writes a fault as the error body that every error of the API has. */
export function errorResponse(
  { status, code, message, headers = {} }: Fault,
  requestId = randomRequestId(),
): Answer {
  return { status, headers, body: { error: { code, message, requestId } } };
}

/** Gives an error out of an example a `requestId` of its own; what is no error stays as it is. */
export function withFreshRequestId<Any extends Answer>(answer: Any): Any {
  const { error } = (answer.body ?? {}) as { error?: object };
  if (!error) return answer;
  return { ...answer, body: { error: { ...error, requestId: randomRequestId() } } };
}

export function randomRequestId(): string {
  return `req_${randomUUID().replaceAll("-", "")}`;
}

import { randomUUID } from "node:crypto";
import type { Fault } from "@getclickmedia/sms-request-validation";
import type { MockResponse } from "./prism.ts";

/** Writes a fault as the error body that every error of the API has. */
export function errorResponse({ status, code, message, headers = {} }: Fault): MockResponse {
  return { status, headers, body: { error: { code, message, requestId: newRequestId() } } };
}

/** Gives an error out of an example a `requestId` of its own; what is no error stays as it is. */
export function withFreshRequestId(response: MockResponse): MockResponse {
  const { error } = (response.body ?? {}) as { error?: object };
  if (!error) return response;
  return { ...response, body: { error: { ...error, requestId: newRequestId() } } };
}

function newRequestId(): string {
  return `req_${randomUUID().replaceAll("-", "")}`;
}

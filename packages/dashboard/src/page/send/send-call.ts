import { errorCodes, type paths } from "@getclickmedia/sms-types";
import createClient from "openapi-fetch";
import { type Problem, problemOf, problemOfBody } from "../api/problem.ts";
import type { SendCall } from "./draft.ts";

/** The API itself, as the sandbox answers it. */
export const api = createClient<paths>({
  baseUrl: "/v1",
  // The API answers plain HTTP with a redirect. It is shown, not followed: it leads away from the sandbox.
  redirect: "manual",
});

/** What the API answered to a send. */
export type SendAnswer =
  | {
      accepted: true;
      status: number;
      body: unknown;
      messageId?: string;
      batchId?: string;
      to?: string;
    }
  | { accepted: false; problem: Problem; retryAfter?: string; advice?: string };

/** Makes the call, once, and never again by itself. */
export async function makeCall(call: SendCall, key: string): Promise<SendAnswer> {
  const headers = { "x-api-key": key };
  try {
    const { data, error, response } =
      call.operation === "send"
        ? await api.POST("/sms/send", { body: call.body, headers })
        : await api.POST("/sms/bulk", { body: call.body, headers });
    if (data) return { accepted: true, status: response.status, body: data, ...idsOf(data) };
    return refusal(error, response);
  } catch (thrown) {
    const { message } = problemOf(thrown);
    const advice =
      "It may have been accepted all the same: look at the messages before you send again.";
    return { accepted: false, problem: { message }, advice };
  }
}

function refusal(error: unknown, response: Response): SendAnswer {
  if (response.type === "opaqueredirect") {
    const message =
      "The API answered with a redirect, as it does to plain HTTP. It was not followed.";
    return { accepted: false, problem: { message } };
  }
  const problem = problemOfBody(error, response.status);
  const known = Object.values(errorCodes).find(({ name }) => name === problem.code);
  const retryAfter = response.headers.get("retry-after");
  return {
    accepted: false,
    problem,
    ...(retryAfter && { retryAfter }),
    ...(known && { advice: known.action }),
  };
}

function idsOf(data: object): { messageId?: string; batchId?: string; to?: string } {
  const text = (name: string) => {
    const value: unknown = Reflect.get(data, name);
    return typeof value === "string" ? { [name]: value } : {};
  };
  return { ...text("messageId"), ...text("batchId"), ...text("to") };
}

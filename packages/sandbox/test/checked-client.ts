import type { ApiDocument } from "@getclickmedia/sms-document";
import { createAnswerCheck } from "./answer-check.ts";

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: its form was checked, and what it holds is what tests look at.
  body: any;
}

/** Makes calls over HTTP and throws where an answer is not as the document has it. */
export interface CheckedClient {
  (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** @param standing headers that every call has. */
export function createCheckedClient(
  document: ApiDocument,
  baseUrl: string,
  standing: Record<string, string> = {},
): CheckedClient {
  const check = createAnswerCheck(document);
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(baseUrl + path, {
      method,
      redirect: "manual",
      headers: {
        ...standing,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
    check(method, path, { ...answer, mediaType: response.headers.get("content-type") ?? "" });
    return answer;
  };
  return Object.assign(call, {
    get: (path: string) => call("GET", path),
    post: (path: string, body?: unknown) => call("POST", path, body),
    put: (path: string, body?: unknown) => call("PUT", path, body),
    patch: (path: string, body?: unknown) => call("PATCH", path, body),
    delete: (path: string) => call("DELETE", path),
  });
}

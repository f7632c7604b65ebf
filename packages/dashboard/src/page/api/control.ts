import createClient from "openapi-fetch";
import type { components, paths } from "../generated/control.ts";
import { ProblemError, problemOfBody } from "./problem.ts";

/** What the sandbox's control API takes and answers. */
export type Control = components["schemas"];

/** Calls of the sandbox's control API. */
export const control = createClient<paths>({ baseUrl: "/_sandbox" });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of a call's answer.
 * @throws ProblemError when the call was refused, and a TypeError when no answer came.
 */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ProblemError(problemOfBody(error, response.status));
  // An answer without a body has no `data`, and its type says so.
  return data as T;
}

import { errorCodeOf } from "./checker.ts";
import type { Answer } from "./client.ts";
import type { ReplayRequest } from "./replay.ts";
import type { Run } from "./run.ts";

/**
 * What no answer may do, whatever it answers: show the key, show the text of a message in an error, or
 * give a request id twice.
 * @param named whether the answer was asked for as an example by name, and so is always the same.
 */
export function commonProblems(
  { apiKey, requestIds }: Run,
  answer: Answer,
  request: Pick<ReplayRequest, "body"> | undefined,
  named: boolean,
): string[] {
  const text = new TextDecoder().decode(answer.body);
  const { message } = (request?.body ?? {}) as { message?: unknown };
  const showsText =
    errorCodeOf(answer) !== undefined &&
    typeof message === "string" &&
    message !== "" &&
    text.includes(JSON.stringify(message).slice(1, -1));
  const problems = [
    ...(text.includes(apiKey) ? ["the answer shows the API key"] : []),
    ...(showsText ? ["the answer shows the text of the message"] : []),
  ];
  const [, requestId] = /"requestId":\s*"([^"]+)"/.exec(text) ?? [];
  if (named || requestId === undefined) return problems;
  if (requestIds.has(requestId)) problems.push("the requestId was given before");
  requestIds.add(requestId);
  return problems;
}

import { operationsOf, type Response } from "@getclickmedia/sms-document";
import { badRequestsOf } from "./bad-requests.ts";
import { errorCodeOf } from "./checker.ts";
import type { Answer } from "./client.ts";
import { commonProblems } from "./common-problems.ts";
import type { ReplayRequest } from "./replay.ts";
import type { Run } from "./run.ts";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * What no operation documents because no operation is reached: an unknown path is a 404, and a known
 * path with another method a 405 that lists the path's methods in `Allow`. Both have the error body.
 */
export async function replayProtocolFaults(run: Run): Promise<void> {
  const operations = operationsOf(run.document);
  const unknown = await run.client.send("GET", "/no/such/path");
  run.record("unknown path 404", faultProblems(run, unknown, "404"));

  for (const path of new Set(operations.map((operation) => operation.path))) {
    const known = operations.filter((each) => each.path === path).map(({ method }) => method);
    for (const method of methods.filter((each) => !known.includes(each))) {
      const answer = await run.client.send(method, path.replaceAll(/[{}]/g, ""));
      const allowed = (answer.headers.get("allow") ?? "").split(/\s*,\s*/);
      const missing = known.filter((each) => !allowed.includes(each));
      run.record(`${method} ${path} 405`, [
        ...faultProblems(run, answer, "405"),
        ...missing.map((each) => `the header Allow does not list ${each}`),
      ]);
    }
  }
}

/** Requests that break one rule each, derived from the schemas: none may be accepted. */
export async function replayBadRequests(run: Run): Promise<void> {
  for (const { name, operation, request, status, code } of badRequestsOf(run.document)) {
    const answer = await run.client.replay(operation, request);
    const got = errorCodeOf(answer);
    run.record(`${name} ${status}`, [
      ...faultProblems(run, answer, status, request),
      ...(code === undefined || got === code ? [] : [`the error code is ${got}, not ${code}`]),
    ]);
  }
}

function faultProblems(
  run: Run,
  answer: Answer,
  status: string,
  request?: ReplayRequest,
): string[] {
  return [
    ...(answer.status === Number(status) ? [] : [`the status is ${answer.status}, not ${status}`]),
    ...run.checker.body(anyErrorResponse(run.document), answer),
    ...run.checker.errorCode(status, answer),
    ...commonProblems(run, answer, request, false),
  ];
}

function anyErrorResponse(document: Run["document"]): Response {
  const responses = operationsOf(document).flatMap(({ responses: all }) => Object.entries(all));
  return responses.find(([status]) => status.startsWith("4"))?.[1] ?? {};
}

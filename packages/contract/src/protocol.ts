import { operationsOf, type Response } from "@getclickmedia/sms-document";
import type { Answer } from "./client.ts";
import type { Run } from "./run.ts";

/**
 * What no operation documents because no operation is reached: an unknown path is a 404, and a known
 * path with another method a 405 that lists the path's methods in `Allow`. Both have the error body.
 */
export async function replayProtocolFaults(run: Run): Promise<void> {
  const operations = operationsOf(run.document);
  const unknown = await run.client.send("GET", "/no/such/path");
  run.record("unknown path 404", faultProblems(run, unknown, "404"));

  for (const path of new Set(operations.map((operation) => operation.path))) {
    const methods = operations.filter((each) => each.path === path).map(({ method }) => method);
    const answer = await run.client.send("PUT", path.replaceAll(/[{}]/g, ""));
    const allowed = (answer.headers.get("allow") ?? "").split(/\s*,\s*/);
    const missing = methods.filter((method) => !allowed.includes(method));
    run.record(`PUT ${path} 405`, [
      ...faultProblems(run, answer, "405"),
      ...missing.map((method) => `the header Allow does not list ${method}`),
    ]);
  }
}

function faultProblems({ checker, document }: Run, answer: Answer, status: string): string[] {
  return [
    ...(answer.status === Number(status) ? [] : [`the status is ${answer.status}, not ${status}`]),
    ...checker.body(anyErrorResponse(document), answer),
    ...checker.errorCode(status, answer),
  ];
}

function anyErrorResponse(document: Run["document"]): Response {
  const responses = operationsOf(document).flatMap(({ responses: all }) => Object.entries(all));
  return responses.find(([status]) => status.startsWith("4"))?.[1] ?? {};
}

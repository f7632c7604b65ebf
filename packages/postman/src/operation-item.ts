import type { ApiDocument, LocatedOperation, Response } from "@getclickmedia/sms-document";
import { chainedIdsOf, chainedVariables } from "./chained-ids.ts";
import { type Item, merged, type Request, scriptEvent } from "./collection.ts";
import { withComingTimes } from "./coming-time.ts";
import { describedOf } from "./described.ts";
import { operationDescription } from "./descriptions.ts";
import { type Call, exampleRequest } from "./example-request.ts";
import { liveGuard } from "./live-guard.ts";
import { savedResponses } from "./saved-responses.ts";
import { stableId } from "./stable-id.ts";
import { testScript } from "./test-script.ts";

/** Redirects are not followed: the API redirects plain HTTP, and the key must not go along. */
export const protocolProfileBehavior = { followRedirects: false };

/** The request that a user sends first, with its tests, and every documented answer beside it. */
export function operationItem(document: ApiDocument, call: Call): Item {
  const { operation } = call;
  const { request, event } = withComingTimes(
    operation,
    withChainedIds(chainedVariables(document), exampleRequest(document, call)),
  );
  const tests = testScript({
    responses: successes(operation),
    chainedIds: chainedIdsOf(operation),
    repeated: repeatedIds(operation),
  });
  return {
    id: stableId("operation", operation.operationId),
    name: describedOf(operation).summary ?? operation.operationId,
    request: { ...request, description: operationDescription(document, call) },
    response: savedResponses(document, call),
    event: merged([...liveGuard(document, operation), ...event, scriptEvent("test", tests)]),
    protocolProfileBehavior,
  };
}

/** The answers below 300, by their status. */
export function successes({
  responses,
}: {
  responses: Record<string, Response>;
}): Record<string, Response> {
  return Object.fromEntries(Object.entries(responses).filter(([status]) => status.startsWith("2")));
}

/** The path parameters that every right answer repeats in its body. */
function repeatedIds(operation: LocatedOperation): string[] {
  const bodies = Object.values(successes(operation)).flatMap(({ content }) =>
    Object.values(content ?? {}).map(({ schema }) => schema.required as string[] | undefined),
  );
  return (operation.parameters ?? [])
    .filter((parameter) => parameter.in === "path")
    .map(({ name }) => name)
    .filter((name) => bodies.every((required) => required?.includes(name)));
}

function withChainedIds(chained: Set<string>, request: Request): Request {
  const { variable } = request.url;
  if (!variable) return request;
  const chainedOnes = variable.map((each) =>
    chained.has(each.key) ? { ...each, value: `{{${each.key}}}` } : each,
  );
  return { ...request, url: { ...request.url, variable: chainedOnes } };
}

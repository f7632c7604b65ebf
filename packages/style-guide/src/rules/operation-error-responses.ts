// Checks, for every operation under `paths`:
// - it declares 301 (plain HTTP), 400, 401, 403, 429 and 500: any call can end in one of them
// - with a request body, it also declares 413 (too large) and 415 (not JSON)
// Webhooks are answered by the receiver and are not checked.
import operations, { type Operation } from "../document/operations.ts";
import { at } from "../document/value.ts";
import type { Finding } from "../finding.ts";

const ANY_CALL = ["301", "400", "401", "403", "429", "500"];
const WITH_BODY = ["413", "415"];

export default function operationErrorResponses(api: unknown): Finding[] {
  return operations(api)
    .filter(({ webhook }) => !webhook)
    .flatMap((operation) =>
      requiredStatuses(operation)
        .filter((status) => at(operation.node, "responses", status) === undefined)
        .map((status) => ({
          message: `${operation.name} does not declare the response ${status}. Add a $ref to the shared response.`,
          path: [...operation.path, "responses"],
        })),
    );
}

function requiredStatuses({ node }: Operation): string[] {
  return node.requestBody === undefined ? ANY_CALL : [...ANY_CALL, ...WITH_BODY];
}

// Checks every operation and webhook, because SDK methods are named after `operationId`:
// - it has an operationId, in camelCase
// - the operationId begins with one of the verbs below
// - no other operation has the same operationId
import operations from "../document/operations.ts";
import type { Finding } from "../finding.ts";

const VERBS = ["cancel", "create", "delete", "get", "list", "receive", "send", "update"];
const CAMEL_CASE = /^[a-z]+([A-Z][a-z0-9]*)*$/;

export default function operationId(api: unknown): Finding[] {
  const all = operations(api);
  return all.flatMap((operation) => {
    const id = operation.node.operationId;
    const path = [...operation.path, "operationId"];
    if (typeof id !== "string" || !CAMEL_CASE.test(id))
      return {
        message: `${operation.name} has no operationId in camelCase. Give it one, such as getThing.`,
        path,
      };
    if (!VERBS.some((verb) => beginsWith(id, verb)))
      return {
        message: `The operationId ${id} does not begin with a verb. Begin with one of ${VERBS.join(", ")}.`,
        path,
      };
    const twin = all.find((other) => other !== operation && other.node.operationId === id);
    if (twin !== undefined)
      return {
        message: `The operationId ${id} is also that of ${twin.name}. Give each its own.`,
        path,
      };
    return [];
  });
}

function beginsWith(id: string, verb: string): boolean {
  return id.startsWith(verb) && !/[a-z]/.test(id.charAt(verb.length));
}

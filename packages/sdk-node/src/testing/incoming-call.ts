import type { OperationId } from "@getclickmedia/sms-types";
import { baseUrl, environments, keyHeader } from "../generated/constants.ts";
import { type OperationInput, requestRules } from "../generated/examples.ts";
import { operations } from "../generated/operations.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import { type Violation, violationOf } from "./rules.ts";

/** A call of one operation, with what it was given. */
export type IncomingCall = {
  [Id in OperationId]: { operation: Id; input: OperationInput[Id] };
}[OperationId];

/** A call, and how the API refuses it if it does. What is no call of an operation is always refused. */
export type ReadCall =
  | { call: IncomingCall; refusal: Answer | undefined }
  | { call: undefined; refusal: Answer };

const basePath = new URL(baseUrl).pathname;

const routes = Object.values(operations).map(({ id, method, path }) => ({
  id,
  method,
  pattern: new RegExp(`^${basePath}${path.replace(/{(\w+)}/g, "(?<$1>[^/]+)")}$`),
}));

/** Reads a request as the API does, which checks key, path, query and body in this order. */
export function readCall({ method, url, headers }: Request, text: string): ReadCall {
  const { pathname, search } = new URL(url);
  for (const route of routes) {
    const match = route.method === method && route.pattern.exec(pathname);
    if (!match) continue;
    const { id } = route;
    const rules = requestRules[id];
    const ids = { ...match.groups }; // A valid id needs no decoding, and another is refused.
    const body = rules.body && parse(text);
    const violation =
      keyViolation(headers) ??
      Object.entries(rules.path)
        .map(([name, rule]) => violationOf(ids[name], rule, `The path parameter ${name}`))
        .find(Boolean) ??
      queryViolation(search) ??
      (rules.body && violationOf(body, rules.body, "The body"));
    return {
      call: { operation: id, input: rules.body ? { ...ids, body } : ids } as IncomingCall,
      refusal: violation && errorAnswer(id, violation.code, violation.message),
    };
  }
  const message = `There is no operation ${method} ${pathname}. Check baseUrl, which ends in ${basePath}.`;
  return { call: undefined, refusal: errorAnswer("getStatus", "NOT_FOUND", message) };
}

function keyViolation(headers: Headers): Violation | undefined {
  const key = headers.get(keyHeader) ?? "";
  const prefixes = Object.keys(environments);
  if (prefixes.some((prefix) => key.startsWith(prefix) && key !== prefix)) return undefined;
  return {
    code: "INVALID_API_KEY",
    message: `The ${keyHeader} header must hold a key, which begins with ${prefixes.join(" or ")}.`,
  };
}

function queryViolation(search: string): Violation | undefined {
  const [name] = new URLSearchParams(search).keys();
  return name === undefined
    ? undefined
    : {
        code: "INVALID_REQUEST",
        message: `The query parameter ${name} is not known. Remove it.`,
      };
}

/** What is no JSON is no object either, and refused as such. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { OperationId } from "@getclickmedia/sms-types";
import { baseUrl, environments, keyHeader } from "../generated/constants.ts";
import { contentTypes, type OperationInput, requestRules } from "../generated/examples.ts";
import { operations } from "../generated/operations.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import { contentTypeRefusal } from "./content-type.ts";
import { type Rule, type Violation, violationOf } from "./rules.ts";

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

/**
 * Reads a request as the API does, which checks in this order: path, method, key, ids, query, content type,
 * JSON, and what the body holds.
 */
export function readCall({ method, url, headers }: Request, bytes: Uint8Array): ReadCall {
  const { pathname, search } = new URL(url);
  const found = routes.filter(({ pattern }) => pattern.test(pathname));
  const route = found.find((each) => each.method === method);
  if (!route) return { call: undefined, refusal: routeRefusal(method, pathname, found) };
  const { id, pattern } = route;
  const { path, body: rule } = requestRules[id];
  const types = contentTypes[id];
  // A valid id needs no decoding, and another is refused.
  const ids = { ...pattern.exec(pathname)?.groups };
  const body = rule && parse(bytes);
  const answerTo = (violation: Violation | undefined) =>
    violation && errorAnswer(id, violation.code, violation.message);
  const refusal =
    answerTo(keyViolation(headers) ?? idViolation(ids, path) ?? queryViolation(search)) ??
    (types && contentTypeRefusal(headers, types)) ??
    answerTo(rule && violationOf(body, rule, "The body"));
  const input = rule ? { ...ids, body } : ids;
  return { call: { operation: id, input } as IncomingCall, refusal };
}

/** How the API refuses a request that is for none of its operations. */
function routeRefusal(method: string, pathname: string, found: typeof routes): Answer {
  const allow = found.map((route) => route.method).join(", ");
  if (!allow) {
    const message = `There is no operation ${method} ${pathname}. Check baseUrl, which ends in ${basePath}.`;
    return errorAnswer("getStatus", "NOT_FOUND", message);
  }
  const message = `The path ${pathname} does not take ${method}. Use ${allow}.`;
  return {
    ...errorAnswer("getStatus", "INVALID_REQUEST", message),
    status: 405,
    headers: { allow },
  };
}

/** Refuses a key of other characters too, and so one that is sent twice: HTTP joins the two by a comma. */
function keyViolation(headers: Headers): Violation | undefined {
  const key = headers.get(keyHeader) ?? "";
  const prefixes = Object.keys(environments);
  const prefix = prefixes.find((each) => key.startsWith(each));
  if (prefix && /^[\w-]+$/.test(key.slice(prefix.length))) return undefined;
  return {
    code: "INVALID_API_KEY",
    message: `The ${keyHeader} header must hold one key, which begins with ${prefixes.join(" or ")} and goes on in letters, digits, _ and -.`,
  };
}

function idViolation(
  ids: Record<string, string>,
  rules: Record<string, Rule>,
): Violation | undefined {
  return Object.entries(rules)
    .map(([name, rule]) => violationOf(ids[name], rule, `The path parameter ${name}`))
    .find(Boolean);
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

// It keeps a byte order mark, which `JSON.parse` refuses as the API does.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What is no JSON in UTF-8 is no object either, and refused as such. */
function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

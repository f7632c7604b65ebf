import type { LocatedOperation } from "@getclickmedia/sms-document";
import type { Random } from "@getclickmedia/sms-random";
import type { Call } from "./call.ts";
import type { Ids } from "./ids.ts";
import { mutateJson } from "./mutate-json.ts";
import { oddSegment } from "./odd-values.ts";
import { key, quietKey } from "./secrets.ts";
import { senderId, templateId, validBodies } from "./valid-bodies.ts";

export interface CallContext {
  operations: readonly LocatedOperation[];
  ids: Ids;
  receiver: string;
}

/** How odd the parts of a call are. */
export type Oddity = "none" | "body" | "parameters" | "headers";

/** After these an account can send no more, so they mostly meet the one that sends nothing anyway. */
const destructive = new Set([
  "revokeKey",
  "changeAccount",
  "putHeader",
  "deleteHeader",
  "putTemplate",
  "deleteTemplate",
]);

/** A call of any operation, odd in one of its parts. */
export function randomCall(random: Random, oddity: Oddity, context: CallContext): Call {
  const eligible = context.operations.filter(
    ({ operationId }) => oddity !== "body" || validBodies[operationId],
  );
  const operation = pickOperation(random, eligible);
  const isDestructive = destructive.has(operation.operationId);
  const accountId = random.chance(isDestructive ? 0.03 : 0.85) ? "traffic" : "quiet";
  const body = validBodies[operation.operationId]?.({
    random,
    receiver: context.receiver,
    isDelivered: accountId === "traffic" || oddity === "parameters",
  });
  const json = body && JSON.stringify(body);
  const mutated = json && oddity === "body" ? mutateJson(random, json) : json;
  return {
    method: operation.method,
    target: targetOf(random, operation, accountId, oddity === "parameters", context.ids),
    headers: {
      ...(operation.path.startsWith("/v1/") && {
        "x-api-key": accountId === "quiet" ? quietKey : key,
      }),
      ...(mutated !== undefined && { "content-type": "application/json" }),
      ...(oddity === "headers" ? oddHeaders(random) : {}),
    },
    ...(mutated === undefined ? {} : { body: withShortDelay(mutated) }),
    operation,
  };
}

/** The operations that store something are called more often, so that there is something to read. */
function pickOperation(random: Random, eligible: LocatedOperation[]): LocatedOperation {
  if (random.chance(0.75)) return random.pick(eligible);
  const operationId = random.chance(0.75) ? "send" : "sendBulk";
  return eligible.find((each) => each.operationId === operationId) ?? random.pick(eligible);
}

/** A delay that a mutation has made long would only make the run wait. */
function withShortDelay(body: string | Uint8Array): string | Uint8Array {
  if (typeof body !== "string") return body;
  return body.replace(/("delayMs":)\d{3,6}(?=[,}])/g, "$150");
}

function targetOf(
  random: Random,
  { path, parameters = [] }: LocatedOperation,
  accountId: string,
  isOdd: boolean,
  ids: Ids,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (isOdd && random.chance(0.5)) return oddSegment(random);
    if (name === "accountId") return accountId;
    if (name === "senderId") return senderId;
    if (name === "templateId") return random.pick([templateId, "7", "8"]);
    return encodeURIComponent(ids.pick(random, name) ?? "gcm_msg_0000000001");
  });
  const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const query = names.flatMap((name) => {
    if (random.chance(0.6)) return [];
    if (isOdd) return [`${name}=${oddSegment(random)}`];
    const value = ids.pick(random, name === "before" ? "next" : name);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  if (isOdd && random.chance(0.3)) query.push(`${oddSegment(random)}=${oddSegment(random)}`);
  if (isOdd && random.chance(0.1)) query.push(...query, "&&==", "?");
  return query.length > 0 ? `${filled}?${query.join("&")}` : filled;
}

function oddHeaders(random: Random): Record<string, string | string[]> {
  return random.pick<Record<string, string | string[]>>([
    { "x-api-key": "" },
    { "x-api-key": [key, key] },
    { "x-api-key": `${key}, ${key}` },
    { "x-api-key": `gcm_live_${key}` },
    { "x-api-key": `Bearer ${key}` },
    { "x-api-key": `${key}${"a".repeat(8_000)}` },
    { "X-API-KEY": key, "x-api-key": "gcm_test_other" },
    { "x-api-key": "gcm_test_\u00e9" },
    { "content-type": "text/plain" },
    { "content-type": "application/json; charset=utf-16" },
    { "content-type": `application/json${"; a=b".repeat(1_000)}` },
    { "content-type": key },
    { "content-encoding": "gzip" },
    { "content-encoding": "br, gzip, identity" },
    { accept: "text/html;q=0.1, */*;q=0" },
    { prefer: "code=500, dynamic=true" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { host: "evil.example" },
    { host: "127.0.0.1:99999" },
    { host: "localhost@evil.example" },
    { host: "[::1" },
    { host: "" },
    { "access-control-request-method": "PUT", origin: "https://evil.example" },
    { expect: "100-continue" },
    { range: "bytes=0-" },
    { "if-none-match": "*" },
    { cookie: "a=b; ".repeat(1_000) },
    { "x-forwarded-for": "10.0.0.1", "x-forwarded-host": "evil.example", forwarded: "for=evil" },
    { "x-http-method-override": "DELETE" },
    { te: "trailers, deflate;q=0.5" },
    Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`x-${index}`, "a"])),
  ]);
}

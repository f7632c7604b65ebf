import type { Message } from "./attempt.ts";
import type { SmsResponse } from "./call.ts";
import { SmsError } from "./errors.ts";
import { errorClasses, retryableCodes } from "./generated/error-table.ts";
import { redact } from "./redact.ts";
import { readRetryAfter } from "./retry.ts";

/**
 * Reads the answer to a call.
 * @throws SmsError of the class of its code; of the base class where the code is new or there is none.
 */
export function readAnswer<Data>(
  { operation: { id, method, answers }, secrets }: Message,
  { ok, status, headers }: Response,
  text: string,
): SmsResponse<Data> {
  const sending = method === "POST";
  const body = parseObject(text);
  if (ok) {
    if (body && (!answers || typeof body[answers] === "string"))
      return { data: body as Data, status, headers };
    throw new SmsError(`${id} was answered with ${status} but not with its ${answers ?? "JSON"}.`, {
      status,
      deliveryUnknown: sending,
    });
  }
  const { code, message, requestId } = detailOf(body);
  const refused = refusesRetryably(status, code);
  const ErrorClass = errorClasses[code ?? ""] ?? SmsError;
  throw new ErrorClass(message ? redact(message, secrets()) : withoutDetail(id, status), {
    code,
    status,
    requestId,
    retryable: refused || (!sending && (status === 408 || status >= 500)),
    deliveryUnknown: sending && status >= 500 && !refused,
    retryAfter: readRetryAfter(headers.get("retry-after")),
  });
}

/** Whether an answer says that nothing was done, and that the call may be made again. */
export function refusesRetryably(status: number | undefined, code: string | undefined): boolean {
  return status === 429 || (code !== undefined && retryableCodes[code] === status);
}

function withoutDetail(id: string, status: number): string {
  return status < 400
    ? `${id} was redirected (${status}), which is not followed: check baseUrl.`
    : `${id} was answered with ${status} and no error of the API.`;
}

type JsonObject = Record<string, unknown>;

/** The fields of the API's error body; of any other body none. */
function detailOf(
  body: JsonObject | undefined,
): Record<"code" | "message" | "requestId", string | undefined> {
  const error = asObject(body?.error);
  const field = (name: string) => (typeof error?.[name] === "string" ? error[name] : undefined);
  return { code: field("code"), message: field("message"), requestId: field("requestId") };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): JsonObject | undefined {
  return value && typeof value === "object" && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

import type { Message } from "./attempt.ts";
import type { SmsResponse } from "./call.ts";
import { errorClasses, SmsError } from "./errors.ts";
import "./generated/errors.ts";
import { retryableCodes } from "./generated/retryable-codes.ts";
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
  const { code, message, requestId } = detailOf(body, secrets());
  const refused = refusesRetryably(status, code);
  const ErrorClass = errorClasses[code ?? ""] ?? SmsError;
  const hint = status < 400 ? ": check baseUrl" : "";
  throw new ErrorClass(
    message || `${id} was answered with ${status} and no error of the API${hint}.`,
    {
      code,
      status,
      requestId,
      retryable: refused || (!sending && (status === 408 || status >= 500)),
      deliveryUnknown:
        sending &&
        !refused &&
        (status >= 500 ||
          // A server that has done something may point to it; with 301, 307 and 308 it only is somewhere else.
          (status < 307 && status !== 301) ||
          // What has no code of the API is of something on the way: here it gave up, and the API may not have.
          (!code && (status === 408 || status === 499))),
      retryAfter: readRetryAfter(headers.get("retry-after")),
    },
  );
}

/** Whether an answer says that nothing was done, and that the call may be made again. */
export function refusesRetryably(status: number | undefined, code: string | undefined): boolean {
  return status === 429 || (code !== undefined && retryableCodes[code] === status);
}

type JsonObject = Record<string, unknown>;

/** The fields of the API's error body, without secrets; of any other body none. */
function detailOf(
  body: JsonObject | undefined,
  secrets: readonly string[],
): Record<"code" | "message" | "requestId", string | undefined> {
  // Nothing has a code where the error is no object.
  const error = body?.error as JsonObject | null | undefined;
  const told = (value: unknown) => {
    if (typeof value !== "string") return undefined;
    // A short text may stand in a documented code by chance, which decides what happens next.
    return errorClasses[value] ? value : redact(value, secrets);
  };
  return {
    code: told(error?.code),
    message: told(error?.message),
    requestId: told(error?.requestId),
  };
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object" && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

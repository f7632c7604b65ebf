import { readAnswer } from "./answer.ts";
import type { Operation, SmsResponse } from "./call.ts";
import type { Settings } from "./configuration.ts";
import { deadlinePassed, withinDeadline } from "./deadline.ts";
import { SmsAbortError, SmsConnectionError, type SmsError, SmsTimeoutError } from "./errors.ts";
import { observe, type RequestEvent } from "./hooks.ts";
import { throughMiddleware } from "./middleware.ts";
import { neverLeft } from "./never-left.ts";
import { withoutSecrets } from "./redact.ts";
import { isDeno, isNode } from "./runtime.ts";

/** What every attempt of a call sends. */
export interface Message {
  operation: Operation;
  url: string;
  body: string | undefined;
  /** What no error may repeat: the key, and the text. */
  secrets: () => readonly string[];
  signal: AbortSignal | undefined;
}

/** How far an attempt has come. */
interface Progress {
  /** How many requests may have left. Middleware can make others besides the one of the call. */
  left: number;
  response?: Response;
}

/** What the hooks are told of an attempt. */
export function eventOf({ operation, url }: Message, attempt: number): RequestEvent {
  return { operation: operation.id, method: operation.method, url, attempt };
}

/**
 * Makes one attempt, with a deadline of its own.
 * @throws SmsError that says whether a repetition can do harm.
 */
export async function makeAttempt<Data>(
  message: Message,
  settings: Settings,
  attempt: number,
): Promise<SmsResponse<Data>> {
  const progress: Progress = { left: 0 };
  const started = performance.now();
  observe(settings.onRequest, () => eventOf(message, attempt));
  let text = "";
  try {
    text = await withinDeadline(settings.timeout, message.signal, (signal) =>
      exchange(message, settings, signal, progress),
    );
  } catch (error) {
    // What refuses a call is its status: it stands, however the body ended.
    if (progress.response?.ok !== false) throw failure(error, message, progress);
  }
  const response = progress.response as Response;
  const { ok, status, headers } = response;
  // For a redirect that may come, Node keeps a second copy of the body, which takes a tenth of the time of a call.
  // An API that has answered by itself has none, so from then on one fails as a broken connection does.
  if (ok && isNode() && !settings.fetch)
    Object.assign(settings.transport, { redirect: "error", window: null });
  const duration = performance.now() - started;
  observe(settings.onResponse, () => ({
    ...eventOf(message, attempt),
    status,
    headers,
    duration,
  }));
  return readAnswer<Data>(message, response, text);
}

/** Sends the request and reads the whole answer. */
async function exchange(
  { operation: { method }, url, body }: Message,
  settings: Settings,
  signal: AbortSignal,
  progress: Progress,
): Promise<string> {
  const send = async (input: string | Request, init: RequestInit) => {
    // A middleware may take longer than the attempt, whose outcome has been told by then.
    signal.throwIfAborted();
    progress.left++;
    try {
      return await (settings.fetch ?? fetch)(input, init);
    } catch (error) {
      // Nobody but `fetch` can say so: a middleware may fail to reach something else after the send.
      if (neverLeft(error)) progress.left--;
      throw error;
    }
  };
  const init: RequestInit = {
    ...settings.transport,
    method,
    headers: body ? { ...settings.headers, "content-type": "application/json" } : settings.headers,
    // Deno re-sends a request whose connection broke, unless its body is a stream, as that of a Blob.
    body: body && isDeno() ? new Blob([body]) : (body ?? null),
    signal,
  };
  const response =
    settings.middleware.length > 0
      ? await throughMiddleware(settings.middleware, new Request(url, init), async (request) =>
          send(request, {
            ...settings.transport,
            ...(request.body && isDeno() ? { body: await request.blob() } : {}),
          }),
        )
      : await send(url, init);
  progress.response = response;
  return response.text();
}

function failure(
  cause: unknown,
  { operation: { id, method }, signal, secrets }: Message,
  { left }: Progress,
): SmsError {
  const deliveryUnknown = method === "POST" && left > 0;
  const details = { deliveryUnknown, retryable: !deliveryUnknown };
  const advice = deliveryUnknown
    ? " The message may have been accepted: do not send it again."
    : "";
  if (signal?.aborted)
    return new SmsAbortError(`${id} was aborted.${advice}`, {
      cause: signal.reason as unknown,
      deliveryUnknown,
    });
  if (cause === deadlinePassed)
    return new SmsTimeoutError(`${id} was not answered within its timeout.${advice}`, details);
  const told = withoutSecrets(cause, secrets());
  return new SmsConnectionError(`${id} lost its connection: ${reasonOf(told)}.${advice}`, {
    ...details,
    cause: told,
  });
}

/** The innermost cause, by its code where it has one. */
function reasonOf(error: unknown): string {
  const { code, message, cause } = (error ?? {}) as Error & { code?: unknown };
  return cause ? reasonOf(cause) : String(code ?? message ?? error);
}

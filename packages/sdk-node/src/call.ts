import { refusesRetryably } from "./answer.ts";
import { eventOf, type Message, makeAttempt } from "./attempt.ts";
import { configureCall, type Settings } from "./configuration.ts";
import { SmsAbortError, SmsConfigurationError, type SmsError } from "./errors.ts";
import type { SendRequest } from "./generated/operations.ts";
import { observe } from "./hooks.ts";
import { retryDelay } from "./retry.ts";

/** How an operation is called. */
export interface Operation {
  /** The method of the client, as `send`. */
  readonly id: string;
  readonly method: "GET" | "POST" | "DELETE";
  /** The template of the path, as `/sms/status/{messageId}`. */
  readonly path: string;
  /** For a send: the field of the answer that proves that it was accepted. */
  readonly answers?: string;
}

/** Options of one call. They come before those of the client. */
export interface RequestOptions {
  /**
   * How many milliseconds each attempt may take, from the request to the end of the answer.
   * @defaultValue 30,000
   */
  timeout?: number | undefined;
  /**
   * How often a call is repeated when that can do no harm: never a send that may have been accepted.
   * @defaultValue 2
   */
  maxRetries?: number | undefined;
  /**
   * The longest `Retry-After` that is waited for, in seconds. With a longer one the call fails at once, and
   * the error's `retryAfter` tells it.
   * @defaultValue 60
   */
  maxRetryAfter?: number | undefined;
  /** Cuts the call off, and the waits between its attempts. */
  signal?: AbortSignal | undefined;
  /** Headers to send along, for tracing say. They cannot replace those of the SDK. */
  headers?: Record<string, string> | undefined;
}

/** What the API answered. */
export interface SmsResponse<Data> {
  /** The body, as `send` and the others resolve with it. */
  data: Data;
  /** The HTTP status. */
  status: number;
  /** The HTTP headers. */
  headers: Headers;
}

/** The data of a call, and on demand its status and headers. */
export interface SmsPromise<Data> extends Promise<Data> {
  /** Resolves with the data, the HTTP status and the headers of this call. */
  withResponse(): Promise<SmsResponse<Data>>;
}

/** Calls an operation of the API. */
export type Call = <Data>(
  operation: Operation,
  options?: RequestOptions,
  body?: object,
  parameters?: Record<string, string>,
) => SmsPromise<Data>;

/** Makes the function through which every call of a client goes. */
export function createCall(settings: Settings): Call {
  return <Data>(...call: Parameters<Call>) => {
    const response = makeCall<Data>(settings, ...call);
    const data = response.then((answer) => answer.data);
    return Object.assign(data, {
      async withResponse() {
        data.catch(() => {}); // Who asks for the response hears of its failure there.
        return response;
      },
    });
  };
}

async function makeCall<Data>(
  client: Settings,
  operation: Operation,
  options?: RequestOptions,
  body?: object,
  parameters?: Record<string, string>,
): Promise<SmsResponse<Data>> {
  const { id, method, path } = operation;
  const settings = options ? configureCall(client, options) : client;
  const signal = options?.signal;
  const message: Message = {
    operation,
    url: settings.baseUrl + fillIn(path, parameters),
    body: body && write(id, body),
    secrets: () => [settings.apiKey, ...textOf(body)],
    signal,
  };
  let outcomeUnknown = false;
  for (let attempt = 1; ; attempt++) {
    if (signal?.aborted)
      throw new SmsAbortError(`${id} was aborted.`, { cause: signal.reason as unknown });
    try {
      return await makeAttempt<Data>(message, settings, attempt);
    } catch (error) {
      const failure = error as SmsError;
      const delay = retryDelay(failure, attempt, settings);
      if (delay === undefined) {
        if (outcomeUnknown && method === "DELETE" && failure.status === 409)
          failure.message += " An earlier attempt of this call may have done it already.";
        throw failure;
      }
      outcomeUnknown ||= !refusesRetryably(failure.status, failure.code);
      observe(settings.onRetry, () => ({ ...eventOf(message, attempt), error: failure, delay }));
      const patience = signal ?? client.patience;
      await settings.sleep(delay, patience).catch((reason: unknown) => {
        if (!patience?.aborted) throw reason;
      });
      if (client.patience?.aborted) throw failure;
    }
  }
}

/** @throws SmsConfigurationError for what JSON cannot hold, as a BigInt or a circle. */
function write(id: string, body: object): string {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new SmsConfigurationError(`${id} was given what is no JSON.`, { cause });
  }
}

/**
 * Puts ids into the path.
 * @throws SmsConfigurationError when one cannot be an id: `..` would call another operation.
 */
function fillIn(path: string, parameters: Record<string, string> = {}): string {
  return path.replace(/{(\w+)}/g, (_, name: string) => {
    const value: unknown = parameters[name];
    if (typeof value !== "string" || /^\.{0,2}$|\p{Cs}/u.test(value))
      throw new SmsConfigurationError(`${name} must be the id that the send answered.`);
    return encodeURIComponent(value);
  });
}

/** The text of a send, which no error may repeat: as it is, and as the body has it. */
function textOf(body: Partial<SendRequest> | undefined): string[] {
  if (!body?.message) return [];
  const text = String(body.message);
  return [text, JSON.stringify(text).slice(1, -1)];
}

import type { SmsError } from "./errors.ts";

/** What the hooks are told of an attempt. Neither the key nor the text of a message is in it. */
export interface RequestEvent {
  /** The method of the client, as `send`. */
  operation: string;
  /** The HTTP method. */
  method: string;
  /** The whole URL. */
  url: string;
  /** 1 for the first attempt of a call. */
  attempt: number;
}

/** An attempt was answered. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status. */
  status: number;
  /** The HTTP headers of the answer. */
  headers: Headers;
  /** Milliseconds from the request to the end of the answer. */
  duration: number;
}

/** An attempt failed and is about to be repeated. */
export interface RetryEvent extends RequestEvent {
  /** Why. */
  error: SmsError;
  /** Milliseconds until the next attempt. */
  delay: number;
}

/** Functions that watch the client, for logs, traces and counters. They cannot change a call. */
export interface Hooks {
  /** Is told before each attempt. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Is told of each attempt that was answered, whatever the status. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Is told before the wait for the next attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/**
 * Tells a hook, if there is one. When it fails, that is reported on the console and the call goes on: a fault
 * in a log line must not make a message that was accepted look like one that failed.
 */
export function observe<Event>(
  hook: ((event: Event) => unknown) | undefined,
  event: () => Event,
): void {
  if (!hook) return;
  const report = (error: unknown) => console.error("A hook of SmsClient failed:", error);
  try {
    // A hook may be an async function, whose rejection would otherwise be nobody's.
    Promise.resolve(hook(event())).catch(report);
  } catch (error) {
    report(error);
  }
}

import { SmsConfigurationError } from "./errors.ts";

/** Passes the request on: to the next middleware, and in the end to `fetch`. */
export type Next = (request: Request) => Promise<Response>;

/**
 * Wraps every attempt. It may change the request, look at the answer, or answer by itself. It sees the key
 * and the text. A send can be passed on only once: whether to repeat it is the client's decision. It must reach
 * the API through `next` alone, or the client cannot know of it.
 */
export type Middleware = (request: Request, next: Next) => Promise<Response>;

/** Sends a request through the middleware, the first one outermost. */
export function throughMiddleware(
  middleware: readonly Middleware[],
  request: Request,
  send: Next,
): Promise<Response> {
  const [first, ...rest] = middleware;
  if (!first) return send(request);
  let passed = false;
  return first(request, async (next) => {
    if (passed && next.method === "POST")
      throw new SmsConfigurationError(
        "A middleware must pass a send on only once: retries are up to maxRetries.",
      );
    passed ||= next.method === "POST";
    return throughMiddleware(rest, next, send);
  });
}

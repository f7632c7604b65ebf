/**
 * What Node and Bun call a failure to reach the server at all, or to trust it: then too nothing is sent to it.
 * `ERR_SSL` codes are alerts of the server, which may come later.
 */
const codes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|(?!ERR_SSL).*CERT.*|UNABLE_TO_VERIFY.*)$/;

/** What failures tell in the different runtimes, all of it uncertain. */
interface Failure {
  code?: unknown;
  syscall?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
}

/**
 * Whether `fetch` failed before any byte of the request left: the name was not resolved, no connection was
 * made, or its certificate was not trusted. What a runtime does not tell apart counts as having left.
 */
export function neverLeft(error: unknown, depth = 0): boolean {
  const { code, syscall, message, cause, errors } = (error ?? {}) as Failure;
  if (typeof message !== "string") return false;
  return (
    codes.test(String(code)) ||
    syscall === "connect" ||
    syscall === "getaddrinfo" ||
    // Deno has no code; its HTTP client names the phase.
    message.includes("client error (Connect)") ||
    // Causes may go round in a circle.
    (depth < 10 &&
      (neverLeft(cause, depth + 1) ||
        // A host with several addresses, none of which could be reached.
        (Array.isArray(errors) &&
          errors.length > 0 &&
          errors.every((each) => neverLeft(each, depth + 1)))))
  );
}

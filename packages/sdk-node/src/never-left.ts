import { chainOf } from "./cause-chain.ts";

/**
 * What Node and Bun call a failure to reach the server at all, or to trust it: then too nothing is sent to it.
 * `ERR_SSL` codes are alerts of the server, which may come later.
 */
const codes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|(?!ERR_SSL).*CERT.*|UNABLE_TO_VERIFY.*)$/;

/**
 * Whether `fetch` failed before any byte of the request left: the name was not resolved, no connection was
 * made, or its certificate was not trusted. What a runtime does not tell apart counts as having left.
 */
export function neverLeft(error: unknown): boolean {
  return chainOf(error).some((each) => {
    const { code, syscall, errors } = each as Partial<Record<string, unknown>> & Error;
    return (
      codes.test(String(code)) ||
      syscall === "connect" ||
      syscall === "getaddrinfo" ||
      // Deno has no code; its HTTP client names the phase.
      each.message.includes("client error (Connect)") ||
      // A host with several addresses, none of which could be reached.
      (Array.isArray(errors) && errors.length > 0 && errors.every(neverLeft))
    );
  });
}

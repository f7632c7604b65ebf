// Generated from spec/ by `pnpm generate`. Do not edit.

/** The codes with which nothing was accepted and the call may be repeated, each with its status. */
export const retryableCodes: Readonly<Record<string, number>> = {
  __proto__: null as never,
  RATE_LIMIT_EXCEEDED: 429,
  GATEWAY_ERROR: 500,
};

/**
 * What the page needs and no more: its own files and calls to its own origin. It has no inline script or
 * style, and nobody may put it in a frame, where its buttons could be pressed unseen.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join("; ");

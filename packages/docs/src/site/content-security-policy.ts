import { createHash } from "node:crypto";

const inlineScript =
  /<script(?![^>]*\ssrc=)(?![^>]*\stype="application\/json")[^>]*>([\s\S]*?)<\/script>/g;

/**
 * A page with a policy that allows the site's own files, the page's own inline scripts by their hashes,
 * and requests to servers on the reader's machine, which the forms to try a call send.
 *
 * @param writesStyles whether something in the page writes style sheets while it runs, as Redoc does
 */
export function withContentSecurityPolicy(html: string, { writesStyles = false } = {}): string {
  const hashes = [...html.matchAll(inlineScript)].map(
    ([, source = ""]) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`,
  );
  const policy = [
    "default-src 'none'",
    // The search is WebAssembly.
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...new Set(hashes)].join(" ")}`,
    `style-src 'self'${writesStyles ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    `font-src 'self'${writesStyles ? " data:" : ""}`,
    "connect-src 'self' http://127.0.0.1:* http://localhost:*",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html))
    throw new Error("The page has no <meta charset> to put its policy behind.");
  return html.replace(
    charset,
    (tag) => `${tag}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

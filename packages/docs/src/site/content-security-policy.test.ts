import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { withContentSecurityPolicy } from "./content-security-policy.ts";

const page = (content: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>T</title></head><body>${content}</body></html>`;

/** The directives of a page's policy, each with its sources. */
function policyOf(html: string): Record<string, string[]> {
  const [, policy = ""] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html) ?? [];
  return Object.fromEntries(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}

const hash = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;

test("everything is refused but the site's own files and servers on the reader's machine", () => {
  expect(policyOf(withContentSecurityPolicy(page("")))).toEqual({
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", "http://127.0.0.1:*", "http://localhost:*"],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  });
});

test("stands before anything that it governs", () => {
  expect(withContentSecurityPolicy(page("x"))).toMatch(
    /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]+"><title>/,
  );
});

test("an inline script is allowed by its hash, each once", () => {
  const html = page(
    '<script>one()</script><script type="module">two()\n</script><script>one()</script>',
  );
  expect(policyOf(withContentSecurityPolicy(html))["script-src"]?.slice(2)).toEqual([
    hash("one()"),
    hash("two()\n"),
  ]);
});

test("files and data need no hash", () => {
  const html = page('<script src="a.js"></script><script type="application/json">{}</script>');
  expect(policyOf(withContentSecurityPolicy(html))["script-src"]).toEqual([
    "'self'",
    "'wasm-unsafe-eval'",
  ]);
});

test("only a page that writes its styles while it runs may do so", () => {
  const policy = policyOf(withContentSecurityPolicy(page(""), { writesStyles: true }));
  expect(policy["style-src"]).toEqual(["'self'", "'unsafe-inline'"]);
  expect(policy["font-src"]).toEqual(["'self'", "data:"]);
  expect(policy["script-src"]).not.toContain("'unsafe-inline'");
});

test("a page without a charset to put it behind is told", () => {
  expect(() => withContentSecurityPolicy("<html></html>")).toThrow("no <meta charset>");
});

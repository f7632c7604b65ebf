import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { staticPage } from "./static-page.ts";

const script = "load(`https://cdn.redoc.ly/redoc/logo-mini.svg`); hydrate()";
const rendered = `<head><meta http-equiv="Content-Security-Policy" content=""></head>
<div id="redoc"><a href="/messages">Messages</a><a href="openapi.json">JSON</a>
<script>dark()</script></div>
<script type="module">${script}</script>`;

const page = staticPage(rendered);

test("links of the rendered page are routes behind the hash, and files stay files", () => {
  expect(page).toContain('<a href="#/messages">');
  expect(page).toContain('<a href="openapi.json">');
});

test("the logo comes with the page", () => {
  expect(page).not.toContain("cdn.redoc.ly");
  expect(page).toContain('load("data:image/svg+xml,');
});

test("the policy allows the scripts of the page by their hashes and no other", () => {
  const [, policy = ""] = page.match(/content="([^"]+)"/) ?? [];
  const [, shipped = ""] = page.match(/<script type="module">([\s\S]*)<\/script>/) ?? [];
  const hash = (source: string) => createHash("sha256").update(source).digest("base64");
  expect(policy).toContain(`script-src 'sha256-${hash("dark()")}' 'sha256-${hash(shipped)}';`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test.each([
  ['<div id="redoc">', "<div>"],
  ["cdn.redoc.ly", "example.com"],
  ['<script type="module">', "<script>"],
  ['content=""', 'content="none"'],
])("a page without %s is not what the pinned command writes", (part, other) => {
  expect(() => staticPage(rendered.replace(part, other))).toThrow("Adapt src/static-page.ts");
});

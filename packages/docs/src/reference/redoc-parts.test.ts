import { expect, test } from "vitest";
import { redocParts } from "./redoc-parts.ts";

const script =
  "x=`https://cdn.redoc.ly/redoc/logo-mini.svg`;y=`https://cdn.redoc.ly/redoc/logo-mini-full.svg`;" +
  "z=()=>{return a._factory??=Function(b),!0};document.cookie=1;hydrate()";
const rendered = `<html><head><style data-styled="true" data-v="6">.a{color:red}</style></head><body>
<div id="redoc"><a href="/messages">Messages</a><a href="openapi.json">JSON</a></div>
<script type="module">${script}</script></body></html>`;

const parts = redocParts(rendered);

test("the page comes apart into styles, content and script", () => {
  expect(parts.styles).toBe('<style data-styled="true" data-v="6">.a{color:red}</style>');
  expect(parts.content).toMatch(/^<div id="redoc">[\s\S]*<\/div>\s*$/);
  expect(parts.content).not.toContain("<script");
  expect(parts.script).toMatch(/hydrate\(\)$/);
});

test("links of the rendered page are routes behind the hash, and files stay files", () => {
  expect(parts.content).toContain('<a href="#/messages">');
  expect(parts.content).toContain('<a href="openapi.json">');
});

test("every logo comes with the page", () => {
  expect(parts.script).not.toContain("cdn.redoc.ly");
  expect(parts.script).toMatch(/x="data:image\/svg\+xml,[^"]+";y="data:image\/svg\+xml,/);
});

test("the script does not try what the policy forbids", () => {
  expect(parts.script).not.toContain("Function(");
  expect(parts.script).toContain("z=()=>{return !1}");
});

test("choices are kept in the browser, and in no cookie", () => {
  expect(parts.script).not.toContain("cookie");
  expect(parts.script).toContain("localStorage.redocChoices=1");
});

test.each([
  ['<div id="redoc">', "<div>"],
  ['<style data-styled="true"', "<style"],
  ['<script type="module">', "<script>"],
  ["cdn.redoc.ly", "example.com"],
  ["_factory", "_other"],
  ["document.cookie", "document.other"],
])("a page without %s is not what the pinned command writes", (part, other) => {
  expect(() => redocParts(rendered.replaceAll(part, other))).toThrow(
    "Adapt src/reference/redoc-parts.ts to its version.",
  );
});

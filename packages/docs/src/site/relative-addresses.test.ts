import { expect, test } from "vitest";
import { basePlaceholder } from "./config.ts";
import { withRelativeAddresses } from "./relative-addresses.ts";

const link = (path: string) => `<a href="${basePlaceholder}/${path}">`;

test.each([
  ["index.html", "bulk/", "./bulk/"],
  ["index.html", "", "./"],
  ["bulk/index.html", "errors/#code", "../errors/#code"],
  ["bulk/index.html", "", "../"],
  ["a/b/index.html", "_astro/x.js", "../../_astro/x.js"],
  ["_astro/x.css", "_astro/y.woff2", "../_astro/y.woff2"],
  // Shown for addresses of any depth, so it can only start from the root.
  ["404.html", "bulk/", "/bulk/"],
])("in %s a link to %s is %s", (path, target, address) => {
  expect(withRelativeAddresses(path, link(target))).toBe(`<a href="${address}">`);
});

test("the page for any address starts from where the site lies", () => {
  expect(withRelativeAddresses("404.html", link("bulk/"), "/sms/")).toBe('<a href="/sms/bulk/">');
});

test("the root without a slash is the root", () => {
  expect(withRelativeAddresses("bulk/index.html", `<a href="${basePlaceholder}">`)).toBe(
    '<a href="../">',
  );
});

test("a longer word that begins alike is left as it is", () => {
  const text = `<p>${basePlaceholder}s</p>`;
  expect(withRelativeAddresses("index.html", text)).toBe(text);
});

test.each([
  [`import("${basePlaceholder}/pagefind/p.js")`, "pagefind/p.js"],
  [`x=\`${basePlaceholder}/pagefind/\``, "pagefind/"],
  [`x='${basePlaceholder}/'`, ""],
  [`x="${basePlaceholder}"`, ""],
])("the script %s finds it from its own address", (script, target) => {
  const text = withRelativeAddresses("_astro/x.js", script);
  const [, expression = ""] = /(\(new URL\(.+\)\.pathname\))/.exec(text) ?? [];
  const evaluate = new Function("url", `return ${expression.replace("import.meta.url", "url")}`);
  expect(evaluate("https://example.com/any/where/_astro/x.js")).toBe(`/any/where/${target}`);
  expect(text).not.toContain(basePlaceholder);
});

test("a script that puts addresses together in another way is told", () => {
  const script = `x = \`\${host}${basePlaceholder}/\${page}\``;
  expect(() => withRelativeAddresses("_astro/x.js", script)).toThrow(
    "_astro/x.js has an address that cannot be made relative",
  );
});

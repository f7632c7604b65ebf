import { posix } from "node:path";
import { basePlaceholder } from "./config.ts";

const inText = new RegExp(`${basePlaceholder}(?=[/"'\`])/?`, "g");

/**
 * A file of the site in which every address is relative to the file itself, so that the site works
 * below any path of any host.
 *
 * @param path of the file in the site, as `bulk/index.html`
 * @param basePath where the site lies on its host, as `/sms/`: for the one page that cannot be relative
 */
export function withRelativeAddresses(path: string, text: string, basePath = "/"): string {
  if (path.endsWith(".js")) return relativeInScript(path, text);
  return text.replace(inText, () => (path === anywhere ? basePath : `${rootFrom(path)}/`));
}

// A host shows this page for addresses of any depth, so that nothing can be relative in it.
const anywhere = "404.html";

/** The way from a file up to the root of the site: `.`, `..`, `../..`. */
function rootFrom(path: string): string {
  return posix.relative(posix.dirname(path), ".") || ".";
}

// A script's own address is the only one that it can start from: the page may lie anywhere.
function relativeInScript(path: string, script: string): string {
  const literal = new RegExp(`(["'\`])${basePlaceholder}/?([^"'\`]*)\\1`, "g");
  const text = script.replace(
    literal,
    (_, __, rest: string) =>
      ` (new URL(${JSON.stringify(`${rootFrom(path)}/${rest}`)}, import.meta.url).pathname)`,
  );
  if (text.includes(basePlaceholder)) {
    throw new Error(
      `${path} has an address that cannot be made relative: adapt relative-addresses.ts.`,
    );
  }
  return text;
}

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { contentSecurityPolicy, dashboardFiles } from "./index.ts";

// What the build has written, as the sandbox serves it.
const files = dashboardFiles();
const text = (path: string) => new TextDecoder().decode(files.get(path)?.body);
const html = text("/");

test("is one page with one script, one style sheet and an icon, each of its own type", () => {
  const types = [...files].map(([path, { contentType }]) => [
    path.replace(/-\w+\./, "."),
    contentType,
  ]);
  expect(Object.fromEntries(types)).toEqual({
    "/": "text/html; charset=utf-8",
    "/app.js": "text/javascript; charset=utf-8",
    "/app.css": "text/css; charset=utf-8",
    "/icon.svg": "image/svg+xml",
  });
});

test("the page names every other file, and no file that is not there", () => {
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  expect(named.toSorted()).toEqual([...files.keys()].filter((path) => path !== "/").toSorted());
});

test("only what changes its name with its content may be kept", () => {
  for (const [path, { cacheControl }] of files) {
    expect({ path, cacheControl }).toEqual({
      path,
      cacheControl: path === "/" ? "no-cache" : "public, max-age=31536000, immutable",
    });
  }
});

test("has no script or style in the page, as its policy allows none", () => {
  expect(html).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+=|javascript:/);
  expect(contentSecurityPolicy).toContain("default-src 'self'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
});

test("its style sheet fetches nothing", () => {
  const [css] = [...files.keys()].filter((path) => path.endsWith(".css"));
  expect(text(css ?? "")).not.toMatch(/url\(|@import|@font-face/);
});

test("takes less than 60 KB to load, compressed", () => {
  const sizes = [...files.values()].map(({ body }) => gzipSync(body).length);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60_000);
});

test("comes with the licences of the code of others that is in it", () => {
  const file = new URL("../dist/third-party-licences.txt", import.meta.url);
  const licences = readFileSync(file, "utf8");
  for (const name of ["preact", "@preact/signals", "@preact/signals-core", "openapi-fetch"]) {
    expect(licences).toMatch(new RegExp(`^${name} [0-9.]+$`, "m"));
  }
  expect(licences.match(/Permission is hereby granted/g)).toHaveLength(4);
});

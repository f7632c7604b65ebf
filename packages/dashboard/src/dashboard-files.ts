import { readdirSync, readFileSync } from "node:fs";

/** A file of the page, ready to be served. */
export interface DashboardFile {
  /** The value of its `Content-Type`. */
  contentType: string;
  /** The value of its `Cache-Control`: a name with a hash in it never changes what it means. */
  cacheControl: string;
  body: Uint8Array;
}

const contentTypes: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** Where the build has put them. */
const folder = new URL("../dist/page/", import.meta.url);

/**
 * Every file of the page by the path that it is served at; the page itself is at `/`. They are read anew at
 * each call, so call it once at start.
 */
export function dashboardFiles(): Map<string, DashboardFile> {
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name === "index.html" ? "/" : `/${name}`, file(name)]));
}

function file(name: string): DashboardFile {
  return {
    contentType: contentTypes[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    cacheControl: name === "index.html" ? "no-cache" : "public, max-age=31536000, immutable",
    body: new Uint8Array(readFileSync(new URL(name, folder))),
  };
}

import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { listen } from "@getclickmedia/sms-listen";
import sirv from "sirv";
import { distFolder } from "./dist.ts";

export const defaultPort = 4000;

export interface DocsOptions {
  /** Where to listen; 0 takes any free port. 4000 by default. */
  port?: number;
  /** The address to listen on, `127.0.0.1` by default. */
  host?: string;
}

export interface Docs {
  /** Where the page is, as `http://127.0.0.1:4000`. */
  url: string;
  /** Stops the server and every open connection. */
  close(): Promise<void>;
}

const headers = {
  "content-security-policy": "frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * Serves the built site and resolves once it answers.
 * @throws Error when the site is not built or the port is taken, with a message of one line.
 */
export async function startDocs({
  port = defaultPort,
  host = "127.0.0.1",
}: DocsOptions = {}): Promise<Docs> {
  if (!existsSync(join(distFolder, "index.html"))) {
    throw new Error("The documentation is not built. Run the package's build script first.");
  }
  const files = sirv(distFolder, {
    // Looks at the disk for each request, so that a site that is built anew meanwhile is served as it is.
    dev: true,
    etag: true,
    gzip: true,
    setHeaders: (response, path) => response.setHeader("cache-control", cacheControl(path)),
  });
  const notFound = readFileSync(join(distFolder, "404.html"));
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const folder = folderWithoutSlash(request.url ?? "");
    if (folder) {
      response.writeHead(301, { location: folder }).end();
      return;
    }
    // A server may pass over a range. Sirv breaks on one that ends before it begins.
    delete request.headers.range;
    files(request, response, () => {
      response.writeHead(404, { "content-type": "text/html;charset=utf-8" }).end(notFound);
    });
  });
  const { origin, close } = await listen(server, port, host);
  return { url: origin, close };
}

/**
 * Where a page is that was asked for without its last slash: its addresses are relative, so that they would lead
 * astray. The answer is relative too, and so leads to no other host whatever the request was.
 */
function folderWithoutSlash(url: string): string | undefined {
  const [path = "", ...query] = url.split("?");
  const name = path.slice(path.lastIndexOf("/") + 1);
  // A page has a plain name: what needs decoding is none, and is not looked for on the disk.
  if (!/^(\/[\w-]+)+$/.test(path) || !existsSync(join(distFolder, path, "index.html"))) return;
  return [`./${name}/`, ...query].join("?");
}

// The generator's scripts and styles have their content in their names. All else keeps its name from build
// to build, so that a browser has to ask for it anew.
function cacheControl(path: string): string {
  return path.startsWith("/_astro/") ? "public, max-age=31536000, immutable" : "no-cache";
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import type { Client } from "./clients.ts";
import { folderOf } from "./install.ts";

/** Bytes of what a caller imports, bundled for Node, minified and gzipped; `NaN` where that fails. */
export async function bundledSize(client: Client): Promise<number> {
  const input = join(folderOf(client), "entry.js");
  writeFileSync(input, `export { ${client.imports} } from "${client.name}";\n`);
  try {
    const { output } = await build({
      input,
      platform: "node",
      output: { minify: true },
      write: false,
      logLevel: "silent",
    });
    const chunks = output.map((file) => (file.type === "chunk" ? file.code : file.source));
    return chunks.reduce((bytes, code) => bytes + gzipSync(code).length, 0);
  } catch {
    return Number.NaN;
  }
}

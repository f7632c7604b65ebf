import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { OpenApiDocument } from "../document.ts";

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Renders a document as one HTML page, scripts and all, with the Redoc that Redocly CLI brings. The
 * command is told to report nothing and to look for no update of itself.
 */
export async function renderPage(document: OpenApiDocument): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gcm-docs-"));
  const source = join(folder, "openapi.json");
  const output = join(folder, "index.html");
  try {
    await writeFile(source, JSON.stringify(document));
    await promisify(execFile)(
      process.execPath,
      [
        redoclyCommand(),
        "build-docs",
        source,
        `--output=${output}`,
        `--config=${beside("redocly.yaml")}`,
        `--template=${beside("template.hbs")}`,
        "--inlineBundle",
      ],
      { env: { ...process.env, ...silence } },
    );
    return await readFile(output, "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

const silence = {
  DO_NOT_TRACK: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

function redoclyCommand(): string {
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  return join(dirname(manifest), "bin", "cli.js");
}

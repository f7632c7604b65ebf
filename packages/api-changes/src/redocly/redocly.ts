import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "../document.ts";
import { normalise } from "../normalise.ts";
import type { RedoclyFinding } from "./finding.ts";
import { spelledAs } from "./header-spelling.ts";
import { type NamedParameters, namedParameters } from "./named-parameters.ts";

/** Two documents to compare, the older first. */
export interface Pair {
  base: OpenApiDocument;
  head: OpenApiDocument;
}

const cli = dirname(fileURLToPath(import.meta.resolve("@redocly/cli/package.json")));

/**
 * What `redocly diff` finds, for each pair.
 * @throws Error with its last words when it cannot compare.
 */
export function redoclyFindings(pairs: readonly Pair[]): RedoclyFinding[][] {
  if (pairs.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), "api-changes-"));
  try {
    const sides = pairs.map(({ base, head }, index) => {
      const before = namedParameters(normalise(base));
      const after = spelledAs(before.document, namedParameters(normalise(head)));
      const side = { base: before, head: after };
      mkdirSync(join(folder, String(index)));
      for (const name of ["base", "head"] as const) {
        const file = join(folder, String(index), `${name}.json`);
        writeFileSync(file, JSON.stringify(side[name].document));
      }
      return side;
    });
    run(folder, pairs.length);
    return sides.map(({ base, head }, index) =>
      readReport(join(folder, String(index), "report.json")).map((finding) => ({
        ...finding,
        ...(finding.base && { base: withPointer(finding.base, base) }),
        ...(finding.revision && { revision: withPointer(finding.revision, head) }),
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string, count: number): void {
  const program = fileURLToPath(import.meta.resolve("./compare-files.ts"));
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, join(cli, "lib/index.js"), folder, String(count)],
    // In the folder, so that no configuration of a project is found. Nothing reports home.
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, DO_NOT_TRACK: "1", REDOCLY_TELEMETRY: "off" },
      maxBuffer: 2 ** 28,
      timeout: 60_000 + count * 2_000,
    },
  );
  if (status === 0) return;
  const lines = stderr.split("\n").map((line) => line.trim());
  const reason =
    lines.find((line) => /^\w*Error: |unsupported/i.test(line)) ?? "it gives no reason";
  throw new Error(`redocly diff cannot compare the documents: ${reason}`);
}

/** Where it is in the document as it was given. */
function withPointer<Side extends { pointer: string }>(
  side: Side,
  { original }: NamedParameters,
): Side {
  return { ...side, pointer: `#${original(side.pointer.replace(/^#/, ""))}` };
}

function readReport(file: string): RedoclyFinding[] {
  const report = JSON.parse(readFileSync(file, "utf8")) as { changes: RedoclyFinding[] };
  return report.changes;
}

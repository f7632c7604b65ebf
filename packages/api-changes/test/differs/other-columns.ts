import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { all } from "./own-columns.ts";
import type { Column, Differ, Verdict } from "./table.ts";

const oasdiff: Differ = {
  name: "oasdiff",
  version: "1.37.0",
  derived:
    "of `changelog --format json`, `major` for a change of level 2 or 3, `minor` for level 1, the note that the version was not raised left out; of `diff`, `patch` when that alone has something.",
};

const openapiChanges: Differ = {
  name: "openapi-changes",
  version: "(libopenapi 0.42.4)",
  derived:
    "its engine is run, by `test/differs/what-changed`: `major` when it counts breaking changes, `compatible` when it counts others, as it does not tell minor from patch.",
};

const openapiDiff: Differ = {
  name: "openapi-diff",
  version: "0.24.1",
  derived: "it says `Unsupported OpenAPI version: 3.1.1`, as its parser reads nothing above 3.0.3.",
};

/** The differs that are no dependencies of this package. */
const otherDiffers: Differ[] = [oasdiff, openapiChanges, openapiDiff];

/**
 * Builds the differs that are no dependencies and runs them on all fixtures.
 * @throws Error when Go or npm is missing, or a differ says what is not foreseen.
 */
export function otherColumns(): Column[] {
  const folder = mkdtempSync(join(tmpdir(), "differs-"));
  try {
    const goEnv = { GOBIN: folder, GOFLAGS: "-mod=mod" };
    run("go", ["install", `github.com/oasdiff/oasdiff@v${oasdiff.version}`], goEnv);
    const source = join(import.meta.dirname, "what-changed");
    run("go", ["build", "-C", source, "-o", join(folder, "what-changed"), "."], {});
    const npm = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder];
    run("npm", [...npm, `openapi-diff@${openapiDiff.version}`], {});
    const files = [join(folder, "base.json"), join(folder, "head.json")];
    const columns = otherDiffers.map((differ) => ({
      differ,
      verdicts: new Map<string, Verdict>(),
    }));
    const verdictsBy = [oasdiffVerdict, openapiChangesVerdict, openapiDiffVerdict];
    for (const { key, pair } of all) {
      writeFileSync(join(folder, "base.json"), JSON.stringify(pair.base));
      writeFileSync(join(folder, "head.json"), JSON.stringify(pair.head));
      for (const [index, verdict] of verdictsBy.entries()) {
        columns[index]?.verdicts.set(key, verdict(folder, files));
      }
    }
    return columns;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function oasdiffVerdict(folder: string, files: string[]): Verdict {
  const program = join(folder, "oasdiff");
  const entries = JSON.parse(
    run(program, ["changelog", ...files, "--format", "json"], {}) || "[]",
  ) as {
    id: string;
    level: number;
  }[];
  const levels = entries
    .filter(({ id }) => id !== "api-version-not-bumped")
    .map(({ level }) => level);
  if (levels.length > 0) return Math.max(...levels) >= 2 ? "major" : "minor";
  const difference = run(program, ["diff", ...files, "--format", "json"], {}).trim();
  return ["", "{}", "null"].includes(difference) ? "none" : "patch";
}

function openapiChangesVerdict(folder: string, files: string[]): Verdict {
  const { total, breaking } = JSON.parse(run(join(folder, "what-changed"), files, {})) as {
    total: number;
    breaking: number;
  };
  if (breaking > 0) return "major";
  return total > 0 ? "compatible" : "none";
}

function openapiDiffVerdict(folder: string, files: string[]): Verdict {
  const program = join(folder, "node_modules/openapi-diff/bin/openapi-diff");
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...files], { encoding: "utf8" });
  if (/Unsupported OpenAPI version/.test(stdout + stderr)) return "refuses";
  throw new Error(`openapi-diff can read the bundle now: derive its verdict.\n${stdout}${stderr}`);
}

function run(program: string, args: string[], env: Record<string, string>): string {
  const result = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 28,
  });
  if (result.error)
    throw new Error(`${program} does not start. It is needed here: ${result.error.message}.`);
  if (result.status === 0) return result.stdout;
  throw new Error(`${program} ${args.join(" ")} failed:\n${result.stdout}${result.stderr}`);
}

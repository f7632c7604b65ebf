import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { borrowedFiles } from "./borrowed-files.ts";
import { type Manifest, wrongWays } from "./layers.ts";
import { type Licences, refusedLicences } from "./licences.ts";
import {
  type Dependencies,
  foreignSources,
  isRequirements,
  looseImages,
  loosePins,
  looseRequirements,
  looseWorkspace,
  namesImages,
  otherManager,
  ownRegistries,
} from "./pins.ts";
import { secretsIn } from "./secrets.ts";
import { strayImports } from "./shipped-imports.ts";

export interface Repository {
  root: string;
  /** The paths of its files from there. */
  files: string[];
}

/** Looks over the whole repository for one kind of fault, and gives what it found, for a reader. */
export type Guard = (repository: Repository) => Promise<string[]>;

/** What is asked of the repository as a whole, and what to do where it is not so. */
export const guards: Record<string, { guard: Guard; advice: string }> = {
  secrets: {
    guard: ({ root, files }) => secretsIn(root, files),
    advice: "A key that was pushed is no secret any more: revoke it first.",
  },
  pins: {
    guard: async ({ root, files }) => {
      const { pnpm } = json(root, "scripts/toolchain/package.json").dependencies ?? {};
      return files.flatMap((file) => [
        ...(posix.basename(file) !== "package.json"
          ? []
          : [
              ...loosePins(file, json(root, file)),
              ...otherManager(file, json(root, file), `pnpm@${pnpm}`),
            ]),
        ...textPins
          .filter(({ looksAt }) => looksAt(file))
          .flatMap(({ find }) => find(file, text(root, file))),
      ]);
    },
    advice: "A build of the same commit must be the same next year.",
  },
  licences: {
    guard: async ({ root, files }) => {
      const published = manifests(files)
        .map((file) => json(root, file))
        .filter((manifest) => !manifest.private);
      const filters = published.map(({ name }) => `--filter=${name}`);
      return refusedLicences(
        await licencesOf(root, ["--recursive"]),
        await licencesOf(root, [...filters, "--prod"]),
      );
    },
    advice: "What we publish must be free to use.",
  },
  direction: {
    guard: async ({ root, files }) => [
      ...wrongWays(manifests(files).map((file) => ({ file, manifest: json(root, file) }))),
      ...borrowedFiles(files, (file) => text(root, file)),
      ...(await strayImportsOf(root, files)),
      ...(await complaints(root, "turbo", ["boundaries", "--no-color"])),
    ],
    advice: "No package reads another's source; what two of them need is a package of its own.",
  },
  unused: {
    guard: ({ root }) => complaints(root, "knip", ["--directory", root, "--no-progress"]),
    advice: "Delete it. What only a program or a sample uses is said in knip.jsonc.",
  },
  spelling: {
    guard: ({ root }) =>
      complaints(root, "cspell", [
        ...["lint", "--config", join(root, "cspell.json"), "--root", root],
        ...["--no-progress", "--no-summary", "--no-color", "--relative", "--show-suggestions"],
      ]),
    advice: "Correct it, or add the word to cspell.json if it is one.",
  },
  links: {
    guard: ({ root, files }) =>
      complaints(root, "remark", [
        ...["--no-stdout", "--quiet", "--frail", "--no-color", "--use", linkCheck],
        // The site's own pages link to one another as they are served, and its tests follow them there.
        ...files.filter((file) => file.endsWith(".md") && !file.startsWith("packages/docs/pages/")),
      ]),
    advice: "Name a file or heading that is there.",
  },
};

/** Where versions stand besides package.json, and what finds those that are not one version. */
const textPins = [
  { looksAt: (file: string) => file === "pnpm-workspace.yaml", find: looseWorkspace },
  { looksAt: (file: string) => file === "pnpm-lock.yaml", find: foreignSources },
  { looksAt: isRequirements, find: looseRequirements },
  { looksAt: namesImages, find: looseImages },
  { looksAt: (file: string) => posix.basename(file) === ".npmrc", find: ownRegistries },
];

const programs = [
  fileURLToPath(new URL("../node_modules/.bin", import.meta.url)),
  fileURLToPath(new URL("../../node_modules/.bin", import.meta.url)),
];
const linkCheck = [
  fileURLToPath(import.meta.resolve("remark-validate-links")),
  // As on GitHub, where #L1 is a line of a file and / the root of the repository. It takes that from a host, whatever
  // its name.
  "repository:false,urlConfig:{lines:true,headingPrefix:'#',hostname:'repository.invalid',prefix:'/',resolveAbsolutePathsInRepo:true}",
].join("=");

function manifests(files: string[]): string[] {
  return files.filter((file) => /^(spec|scripts|packages\/[^/]+)\/package\.json$/.test(file));
}

/** What the published packages import without bringing it along. */
async function strayImportsOf(root: string, files: string[]): Promise<string[]> {
  const builds = files.filter((file) => posix.basename(file) === "tsconfig.build.json");
  const found = await Promise.all(
    builds.map(async (build) => {
      const folder = posix.dirname(build);
      const { code, output } = await run(root, "tsc", ["-p", build, "--listFilesOnly"]);
      if (code !== 0) throw new Error(`tsc does not say what ${build} compiles: ${output}`);
      const compiled = output
        .split("\n")
        .map((path) => relative(root, path.trim()).replaceAll(sep, "/"))
        .filter((path) => path.startsWith(`${folder}/src/`));
      const manifest = json(root, `${folder}/package.json`);
      return strayImports({ manifest, files: compiled }, (file) => text(root, file));
    }),
  );
  return found.flat();
}

function text(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function json(root: string, file: string): Manifest & Dependencies {
  try {
    return JSON.parse(text(root, file));
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`);
  }
}

async function licencesOf(root: string, flags: string[]): Promise<Licences> {
  const { code, output } = await run(root, "pnpm", ["licenses", "list", "--json", ...flags]);
  if (code !== 0) throw new Error(`pnpm could not list the licences: ${output}`);
  return JSON.parse(output);
}

/** What a program prints when it finds something to complain about. */
async function complaints(root: string, program: string, arguments_: string[]): Promise<string[]> {
  const { code, output } = await run(root, program, arguments_);
  return code === 0 ? [] : [output.trim() || `${program} ended with code ${code}.`];
}

function run(
  cwd: string,
  program: string,
  arguments_: string[],
): Promise<{ code: unknown; output: string }> {
  const env = {
    ...process.env,
    PATH: [...programs, process.env.PATH].join(delimiter),
    NO_COLOR: "1",
  };
  return new Promise((resolve) => {
    execFile(
      program,
      arguments_,
      { cwd, env, encoding: "utf8", maxBuffer: 2 ** 28, shell: process.platform === "win32" },
      (error, stdout, stderr) => {
        if (!error) return resolve({ code: 0, output: stdout });
        const why = error.code === "ENOENT" ? `${program} is not installed.` : "";
        resolve({ code: error.code ?? error.signal, output: `${stdout}${stderr}${why}` });
      },
    );
  });
}

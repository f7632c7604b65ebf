import { readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { Contents } from "./unpack.ts";

/** Paths that no archive may have. */
const forbidden: [pattern: RegExp, what: string][] = [
  [/(^|\/)\.(env|npmrc|pypirc|netrc)(\.|$)/, "settings that may hold a secret"],
  [/\.(pem|key|p12)$/, "what looks like a private key"],
  [
    /(^|\/)(node_modules|vendor|\.venv|__pycache__|\.turbo|\.git)(\/|$)/,
    "what is not ours to publish",
  ],
  [
    /(^|\/)(tests?|__tests__)\/|\.(test|test-d|spec)\.\w+$|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$|Test\.php$/,
    "a test",
  ],
  [/\.(tsbuildinfo|log)$|(^|\/)test-results\.json$/, "what a tool has left"],
];

/** The home of a person on Linux, macOS or Windows, as a source map or a message of a tool may have it. */
const home = /(?<![\w.~:/-])\/(home|Users)\/[\w.-]+\/|\b[A-Za-z]:\\{1,2}Users\\{1,2}/;

/** What a program runs, and what says where it comes from. Texts for people may have such a path as an example. */
const code = /\.([cm]?js|[cm]?ts|py|php|map|html)$/;

/**
 * What is in an archive that should be in none, or is not in it and should be, a sentence for each.
 * @param root The repository's folder, whose name says on whose machine it was built.
 */
export function commonFaults(
  { folder, paths }: Contents,
  needed: RegExp[],
  root: string,
): string[] {
  const unwanted = paths.flatMap((path) =>
    forbidden.filter(([pattern]) => pattern.test(path)).map(([, what]) => `holds ${path}, ${what}`),
  );
  const missing = needed.filter((pattern) => !paths.some((path) => pattern.test(path)));
  const places = [root.replace(/\/$/, ""), homedir(), join(tmpdir(), "release-")];
  const builders = places.filter((place) => place.split("/").length > 2);
  const absolute = paths.flatMap((path) => {
    const text = readFileSync(join(folder, path), "latin1");
    const found = builders.find((place) => text.includes(place));
    return found || (code.test(path) && home.test(text))
      ? [`says in ${path} where it was built`]
      : [];
  });
  return [...unwanted, ...missing.map((pattern) => `lacks ${nameOf(pattern)}`), ...absolute];
}

/** A pattern such as /^package\/LICENSE$/ as a person would write it. */
function nameOf({ source }: RegExp): string {
  return source.replaceAll(/[\\^$]|\(\^\|\\\/\)/g, "").replace(/^.*\//, "");
}

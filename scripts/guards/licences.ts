import satisfies from "spdx-satisfies";

/** What a package that we publish may bring along: it asks for no more than to be named. */
const shipped = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "PSF-2.0"];

/** What a tool may have besides, since nothing of it leaves this repository. */
const tools = [
  ...shipped,
  ...["Artistic-2.0", "BlueOak-1.0.0", "CC-BY-3.0", "CC-BY-4.0", "CC0-1.0", "LGPL-3.0-or-later"],
  ...["MPL-2.0", "Python-2.0", "Unlicense", "WTFPL", "Zlib"],
];

/** Tools that were looked at, each with what pnpm says of its licence: under another one it is looked at again. */
const judged = [
  // A word list of the spell-checker.
  "@cspell/dict-en-common-misspellings: CC BY-SA 4.0",
  // Its licence, which is MIT, stands in a file of its own.
  "stack-trace: Unknown",
];

/** What `pnpm licenses list --json` prints: packages by their licence. */
export type Licences = Record<string, { name: string; versions: string[] }[]>;

/** The packages under a licence that they may not have here, a line each. */
export function refusedLicences(all: Licences, ofShipped: Licences): string[] {
  return [
    ...refused(ofShipped, shipped, [], "which published packages bring along"),
    ...refused(all, tools, judged, "which tools may have"),
  ];
}

function refused(
  licences: Licences,
  allowed: string[],
  besides: string[],
  among: string,
): string[] {
  return Object.entries(licences).flatMap(([licence, packages]) =>
    packages
      .filter(
        ({ name }) => !besides.includes(`${name}: ${licence}`) && !isAllowed(licence, allowed),
      )
      .map(
        ({ name, versions }) =>
          `${name} ${versions.join(", ")}: its licence (${licence}) is none of those ${among}. ` +
          "Choose another package, or add it to scripts/guards/licences.ts with the reason.",
      ),
  );
}

function isAllowed(licence: string, allowed: string[]): boolean {
  try {
    return satisfies(licence, allowed);
  } catch {
    // Not an SPDX expression.
    return false;
  }
}

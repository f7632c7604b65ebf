import { posix } from "node:path";

const sources = /\.([cm]?[jt]sx?|astro)$/;

/**
 * The places where a file of one package names a file of another by its path, however it then reads it, a line each.
 * The chores in `scripts` may look into every package, for that is what they are for.
 */
export function borrowedFiles(files: string[], read: (file: string) => string): string[] {
  const members = files
    .map((file) => file.match(/^(spec|packages\/[^/]+)\/package\.json$/)?.[1])
    .filter((member) => member !== undefined);
  const memberOf = (path: string) => members.find((member) => path.startsWith(`${member}/`));
  return files
    .map((file) => ({ file, own: memberOf(file) }))
    .filter(({ file, own }) => own !== undefined && sources.test(file))
    .flatMap(({ file, own }) =>
      pathsIn(read(file))
        .map(({ line, path }) => ({ line, target: posix.join(posix.dirname(file), path) }))
        .filter(({ target }) => ![undefined, own].includes(memberOf(target)))
        .map(
          ({ line, target }) =>
            `${file}:${line}: ${target} is of another package. Import what that exports, or move what both need.`,
        ),
    );
}

/** What stands in quotes and leads upwards. */
function pathsIn(text: string): { line: number; path: string }[] {
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/["'`]((?:\.\.?\/)*\.\.\/[\w@./-]+)/g)].map(([, path = ""]) => ({
      line: index + 1,
      path,
    })),
  );
}

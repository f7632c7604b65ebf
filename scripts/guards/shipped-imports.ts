import type { Manifest } from "./layers.ts";

/** Published packages whose build puts what they import into their own files. */
const bundled = [
  // Rolldown makes each entry one file, so that the SDK has no dependencies.
  "@getclickmedia/sms-sdk",
];

/** A package, and the sources that it is compiled from. */
interface Sources {
  manifest: Manifest;
  files: string[];
}

/** The places where a published package needs at run time what does not come along with it, a line each. */
export function strayImports(
  { manifest, files }: Sources,
  read: (file: string) => string,
): string[] {
  const { name, dependencies, optionalDependencies, peerDependencies } = manifest;
  if (manifest.private || bundled.includes(name)) return [];
  const along = { ...dependencies, ...optionalDependencies, ...peerDependencies };
  return files.flatMap((file) =>
    importsIn(read(file))
      .filter(({ target }) => target !== name && !Object.hasOwn(along, target))
      .map(
        ({ line, target }) =>
          `${file}:${line}: ${name} is published, and ${target} is none of its dependencies. ` +
          "Move it there, or import no more than its types.",
      ),
  );
}

// As the formatter writes them: an import or a re-export begins its line. Those of types are gone once compiled.
const statement = /^(?:import|export) (?!type\b)(?:[\w\s{},*$]+ from )?"([^"]+)"/gm;
const call =
  /^(?! *(?:\*|\/\/)).*(?<!typeof )\b(?:import|require|import\.meta\.resolve|require\.resolve)\(\s*"([^"]+)"/gm;
/** Where a sample of code may stand, which is not this package's. */
const template = /`(?:\\.|[^`\\])*`/gs;

/** The packages that a source needs once it is compiled. */
function importsIn(text: string): { line: number; target: string }[] {
  const code = text.replace(template, (sample) => sample.replace(/./g, " "));
  return [...code.matchAll(statement), ...code.matchAll(call)].flatMap(
    ({ index, 0: found, 1: path = "" }) => {
      const target = path.match(/^(?!node:|[./#])(?:@[^/]+\/)?[^/]+/)?.[0];
      const line = code.slice(0, index + found.length).split("\n").length;
      return target ? [{ line, target }] : [];
    },
  );
}

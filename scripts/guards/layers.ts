/**
 * The workspace from its source to its chores. At run time a package depends only on packages of rows above its
 * own, and what is published depends only on what is published. Tests may use anything.
 */
const layers = [
  ["code-samples", "control-api", "listen", "platforms", "random", "strict-schema", "test-tools"],
  ["style-guide"],
  ["openapi"],
  ["document", "types"],
  ["dlt", "request-validation", "segments"],
  ["api-server", "dashboard", "sdk-model"],
  ["contract", "fault-server", "mock", "sandbox", "sdk", "sdk-php", "sdk-python", "vectors"],
  ["api-changes", "executable-markdown", "postman"],
  ["bench", "ci", "docs", "release"],
  ["repository"],
];

export interface Manifest {
  name: string;
  private?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The dependencies that lead the wrong way, and the packages without a row, a line each. */
export function wrongWays(manifests: { file: string; manifest: Manifest }[]): string[] {
  const published = new Map(manifests.map(({ manifest }) => [manifest.name, !manifest.private]));
  return manifests.flatMap(({ file, manifest }) => {
    const { name, dependencies, optionalDependencies, peerDependencies } = manifest;
    const row = rowOf(name);
    if (row === -1)
      return [`${file}: ${name} has no row in scripts/guards/layers.ts. Give it one.`];
    const needed = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    const own = Object.keys(needed).filter((dependency) => published.has(dependency));
    return own.flatMap((dependency) => [
      ...(rowOf(dependency) < row
        ? []
        : [
            `${file}: ${name} may not depend on ${dependency}, which is not above it in scripts/guards/layers.ts. ` +
              "Move what both need into a package above them, or make it a devDependency if only tests use it.",
          ]),
      ...(!published.get(name) || published.get(dependency)
        ? []
        : [
            `${file}: ${name} is published and depends on ${dependency}, which is private. ` +
              "Publish that too, or bundle it as a devDependency.",
          ]),
    ]);
  });
}

function rowOf(name: string): number {
  const short = name.replace(/^@getclickmedia\/(sms-)?/, "");
  return layers.findIndex((row) => row.includes(short));
}

/** A package of others whose code is in one of ours. */
export interface BuiltInPackage {
  name: string;
  version: string;
}

/** The packages of a list of licences that is delivered with the code: a line `name 1.2.3` stands above each licence. */
export function builtInPackages(licences: string): BuiltInPackage[] {
  return [...licences.matchAll(/^(@?[a-z0-9][\w./-]*) (\d+\.\d+\.\d+)$/gm)].map(
    ([, name = "", version = ""]) => ({ name, version }),
  );
}

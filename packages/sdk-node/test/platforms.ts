import { createRequire } from "node:module";
import { join } from "node:path";

/** The package of the repository that depends on the runtimes and compilers. */
export const platforms = createRequire(import.meta.url).resolve(
  "@getclickmedia/sms-platforms/package.json",
);

/** A file of a package that depends on others for the platforms, one of which is installed. */
export function wrapper(name: string): string | undefined {
  return resolved(`${name}/package.json`, platforms);
}

/**
 * A program in the first dependency that is installed, of those whose names begin so.
 * @param packageFile the package.json that has the dependencies.
 */
export function findProgram(
  packageFile: string | undefined,
  prefix: string,
  path: string,
): string | undefined {
  if (!packageFile) return undefined;
  const { optionalDependencies = {} } = createRequire(packageFile)(packageFile) as {
    optionalDependencies?: Record<string, string>;
  };
  const [found] = Object.keys(optionalDependencies)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => resolved(`${name}/package.json`, packageFile) ?? []);
  return found && join(found, "..", path);
}

function resolved(request: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(request);
  } catch {
    return undefined;
  }
}

import { type ApiDocument, type Operation, operationsOf } from "@getclickmedia/sms-document";
import { type Fault, fault } from "./fault.ts";

export interface Route {
  operation: Operation;
  /** The values of the path's parameters, percent-decoded. */
  pathParameters: Record<string, string>;
}

interface Path {
  pattern: RegExp;
  operations: Map<string, Operation>;
}

/**
 * Finds the operation of a method and path. The base path of the document's servers (`/v1`) may stand
 * before the path or be left out. An unknown path is a 404, a known path with another method a 405
 * that lists the methods it has.
 */
export function createRouter(
  document: ApiDocument,
): (method: string, path: string) => Route | Fault {
  const basePaths = basePathsOf(document);
  const paths = new Map<string, Path>();
  for (const { path, method, ...operation } of operationsOf(document)) {
    const known = paths.get(path) ?? { pattern: patternOf(path), operations: new Map() };
    known.operations.set(method, operation);
    paths.set(path, known);
  }

  return (method, path) => {
    const base = basePaths.find((candidate) => path.startsWith(`${candidate}/`)) ?? "";
    for (const { pattern, operations } of paths.values()) {
      const match = pattern.exec(path.slice(base.length));
      if (!match) continue;
      const operation = operations.get(method);
      if (!operation) return methodNotAllowed(method, [...operations.keys()]);
      const pathParameters = decoded(match.groups ?? {});
      return pathParameters ? { operation, pathParameters } : unknownPath();
    }
    return unknownPath();
  };
}

function basePathsOf(document: ApiDocument): string[] {
  const found = document.servers.map(({ url }) =>
    new URL(url, "http://localhost").pathname.replace(/\/$/, ""),
  );
  return [...new Set(found)].filter((path) => path !== "");
}

function patternOf(template: string): RegExp {
  const source = template
    .split(/(\{[^}]+\})/)
    .map((part) =>
      part.startsWith("{") ? `(?<${part.slice(1, -1)}>[^/]+)` : part.replaceAll(".", "\\."),
    )
    .join("");
  return new RegExp(`^${source}/?$`);
}

function decoded(groups: Record<string, string>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    return undefined; // A broken percent escape names nothing.
  }
}

function unknownPath(): Fault {
  return fault("NOT_FOUND", "There is nothing at this path. Compare it with the paths of the API.");
}

function methodNotAllowed(method: string, allowed: string[]): Fault {
  const allow = allowed.join(", ");
  return fault("INVALID_REQUEST", `This path does not take ${method}. Use ${allow}.`, {
    status: 405,
    headers: { allow },
  });
}

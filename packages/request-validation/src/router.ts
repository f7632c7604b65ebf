import { type ApiDocument, type Operation, operationsOf } from "@getclickmedia/sms-document";
import type { Fault, MakeFault } from "./fault.ts";

export interface Route {
  operation: Operation;
  /** The path below the base path, as it was sent. */
  path: string;
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
 * that lists the methods it has. A HEAD is the GET of its path, as RFC 9110 has it; that the answer goes
 * without its body is for the server to see to.
 */
export function createRouter(
  document: ApiDocument,
  fault: MakeFault,
): (method: string, path: string) => Route | Fault {
  const basePaths = basePathsOf(document);
  const paths = new Map<string, Path>();
  for (const { path, method, ...operation } of operationsOf(document)) {
    const known = paths.get(path) ?? { pattern: patternOf(path), operations: new Map() };
    known.operations.set(method, operation);
    paths.set(path, known);
  }

  const unknownPath = () =>
    fault("NOT_FOUND", "There is nothing at this path. Compare it with the paths of the API.");

  return (method, sent) => {
    const base = basePaths.find((candidate) => sent.startsWith(`${candidate}/`)) ?? "";
    const path = sent.slice(base.length);
    const found = find(paths, path);
    if (!found) return unknownPath();
    const { operations, values } = found;
    const operation = operations.get(method === "HEAD" ? "GET" : method);
    if (!operation) return methodNotAllowed(method, [...operations.keys()], fault);
    const pathParameters = values ? decoded(values) : {};
    return pathParameters ? { operation, path, pathParameters } : unknownPath();
  };
}

/** The path of the document that a path was written as, with the values of its parameters. */
function find(paths: Map<string, Path>, path: string) {
  // Most need no pattern: those that are written as in the document.
  const literal = path.includes("{") ? undefined : paths.get(path);
  if (literal) return { operations: literal.operations, values: undefined };
  for (const { pattern, operations } of paths.values()) {
    const match = pattern.exec(path);
    if (match) return { operations, values: match.groups };
  }
  return undefined;
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

function methodNotAllowed(method: string, documented: string[], fault: MakeFault): Fault {
  const allow = documented.flatMap((each) => (each === "GET" ? [each, "HEAD"] : each)).join(", ");
  return fault("INVALID_REQUEST", `This path does not take ${method}. Use ${allow}.`, {
    status: 405,
    headers: { allow },
  });
}

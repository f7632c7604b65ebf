import type { Path } from "../finding.ts";
import { at, entries, isMapping, items, type Mapping } from "./value.ts";

export interface Operation {
  /** As messages name it: `POST /sms/send`, `webhook sms.queued`. */
  name: string;
  /** The key under `paths` or `webhooks`. */
  key: string;
  method: string;
  webhook: boolean;
  node: Mapping;
  path: Path;
  parameters: Located[];
}

export interface Located {
  node: Mapping;
  path: Path;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Every operation under `paths` and `webhooks`, with the parameters of its path and its own. */
export default function operations(api: unknown): Operation[] {
  return [...operationsUnder(api, "paths"), ...operationsUnder(api, "webhooks")];
}

function operationsUnder(api: unknown, section: "paths" | "webhooks"): Operation[] {
  return entries(at(api, section)).flatMap(([key, item]) =>
    entries(item).flatMap(([method, node]) => {
      if (!METHODS.has(method) || !isMapping(node)) return [];
      const path = [section, key, method];
      const webhook = section === "webhooks";
      return {
        name: webhook ? `webhook ${key}` : `${method.toUpperCase()} ${key}`,
        key,
        method,
        webhook,
        node,
        path,
        parameters: [...parametersOf(item, [section, key]), ...parametersOf(node, path)],
      };
    }),
  );
}

function parametersOf(node: unknown, path: Path): Located[] {
  return items(at(node, "parameters")).flatMap((parameter, index) =>
    isMapping(parameter) ? { node: parameter, path: [...path, "parameters", index] } : [],
  );
}

/** The parameters of an operation that stand in its path. */
export function pathParameters(operation: Operation): Located[] {
  return operation.parameters.filter(({ node }) => node.in === "path");
}

/** The responses of an operation: status, node and path. */
export function responses(operation: Operation): (Located & { status: string })[] {
  return entries(operation.node.responses).flatMap(([status, node]) =>
    isMapping(node) ? { status, node, path: [...operation.path, "responses", status] } : [],
  );
}

/** The headers of a response, by name. */
export function headers(response: Located): (Located & { name: string })[] {
  return entries(response.node.headers).flatMap(([name, node]) =>
    isMapping(node) ? { name, node, path: [...response.path, "headers", name] } : [],
  );
}

export function isSuccess(status: string): boolean {
  return /^2(\d\d|XX)$/.test(status);
}

export function isError(status: string): boolean {
  return /^[45](\d\d|XX)$/.test(status) || status === "default";
}

import type { Change } from "../change.ts";
import { resolve } from "../document.ts";
import { isObject, type Json, type JsonObject, pointerOf } from "../json.ts";
import { code } from "../markdown.ts";
import { methods } from "../methods.ts";

/**
 * Compares which address comes first, of the document, of a path and of a call: programs and SDKs call it when they
 * are told no other. An address that is gone altogether is told as that.
 */
export function serverChanges(base: JsonObject, head: JsonObject): Change[] {
  const before = new Map(listsOf(base).map((each) => [each.key, each]));
  return listsOf(head).flatMap(({ key, pointer, urls, operations }): Change[] => {
    const [first] = before.get(key)?.urls ?? [];
    if (first === undefined || first === urls[0] || !urls.includes(first)) return [];
    return [
      {
        rating: "major",
        rule: "default-server-changed",
        directions: ["request"],
        operations,
        pointer: `${pointer}/0`,
        what: `The first server is ${code(urls[0])} and no longer ${code(first)}.`,
        todo: "Name the address that you call, where you relied on the first.",
      },
    ];
  });
}

interface ServerList {
  /** Which list it is, wherever it is written. */
  key: string;
  pointer: string;
  urls: string[];
  operations: string[];
}

function listsOf(document: JsonObject): ServerList[] {
  const paths = isObject(document.paths) ? document.paths : {};
  const inPaths = Object.entries(paths).flatMap(([path, item]) => {
    const { value, pointer } = resolve(document, item, pointerOf(["paths", path]));
    const parts = Object.entries(isObject(value) ? value : {});
    const calls = parts.filter(([method]) => methods.has(method));
    const label = (method: string) => `${method.toUpperCase()} ${path}`;
    const all = calls.map(([method]) => label(method));
    return [
      ...list(value, path, pointer, all),
      ...calls.flatMap(([method, call]) => {
        const [name, at] = [label(method), pointer + pointerOf([method])];
        return list(call, name, at, [name]);
      }),
    ];
  });
  return [...list(document, "", "", []), ...inPaths];
}

function list(
  owner: Json | undefined,
  key: string,
  pointer: string,
  operations: string[],
): ServerList[] {
  if (!isObject(owner) || !Array.isArray(owner.servers)) return [];
  const urls = owner.servers.filter(isObject).map(({ url }) => String(url));
  return [{ key, pointer: `${pointer}/servers`, urls, operations }];
}

import { isObject, type Json, type JsonObject, pointerOf, valueAt } from "../json.ts";
import { methods } from "../methods.ts";
import type { NamedParameters } from "./named-parameters.ts";

/**
 * Spells the headers of answers as another document does where they differ in case alone, which says nothing. Redocly
 * would take them for others.
 */
export function spelledAs(base: Json, { document, original }: NamedParameters): NamedParameters {
  const pointers = new Map<string, string>();

  function answer(value: Json, keys: string[]): Json {
    if (!isObject(value) || !isObject(value.headers)) return value;
    const known = valueAt(base, [...keys, "headers"]);
    const names = Object.keys(isObject(known) ? known : {});
    const entries = Object.entries(value.headers).map(([name, header]) => {
      const other = names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
      const at = [...keys, "headers"];
      if (other !== name) pointers.set(pointerOf([...at, other]), pointerOf([...at, name]));
      return [other, header] as const;
    });
    return { ...value, headers: Object.fromEntries(entries) };
  }

  function answers(map: Json | undefined, keys: string[]): JsonObject {
    const entries = Object.entries(isObject(map) ? map : {});
    return Object.fromEntries(entries.map(([key, value]) => [key, answer(value, [...keys, key])]));
  }

  function calls(item: Json, keys: string[]): Json {
    if (!isObject(item)) return item;
    const entries = Object.entries(item).map(([method, call]) => {
      if (!methods.has(method) || !isObject(call) || !isObject(call.responses))
        return [method, call] as const;
      const responses = answers(call.responses, [...keys, method, "responses"]);
      return [method, { ...call, responses }] as const;
    });
    return Object.fromEntries(entries);
  }

  const paths = isObject(document.paths) ? Object.entries(document.paths) : [];
  const components = isObject(document.components) ? document.components : {};
  const responses = answers(components.responses, ["components", "responses"]);
  return {
    document: {
      ...document,
      paths: Object.fromEntries(paths.map(([path, item]) => [path, calls(item, ["paths", path])])),
      components: { ...components, responses },
    },
    original(pointer) {
      const header = [...pointers.keys()].find(
        (key) => pointer === key || pointer.startsWith(`${key}/`),
      );
      if (header === undefined) return original(pointer);
      return original(`${pointers.get(header)}${pointer.slice(header.length)}`);
    },
  };
}

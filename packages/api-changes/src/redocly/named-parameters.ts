import { type OpenApiDocument, resolve } from "../document.ts";
import { isObject, type Json, type JsonObject, pointerOf } from "../json.ts";
import { methods } from "../methods.ts";

/** A document whose parameters are all components, and where each of them was written before. */
export interface NamedParameters {
  document: OpenApiDocument;
  /** The pointer as it was, for one into the document. */
  original: (pointer: string) => string;
}

/**
 * Moves every parameter of a normalised document into a component that is named by its call, place and name, and puts
 * each path in the place of a reference to it. Redocly pairs the items of a
 * list by how alike they look, and takes a parameter for another when a schema in it is written out; equal references
 * it always pairs.
 */
export function namedParameters(document: OpenApiDocument): NamedParameters {
  const pointers = new Map<string, string>();
  const parameters: JsonObject = {};

  function named(list: Json, owner: string, pointer: string): Json {
    if (!Array.isArray(list)) return list;
    return list.map((item, index) => {
      const at = resolve(document, item, `${pointer}/${index}`);
      if (!isObject(at.value)) return item;
      const key = `${owner} ${at.value.in} ${at.value.name}`;
      parameters[key] = at.value;
      const component = pointerOf(["components", "parameters", key]);
      pointers.set(component, at.pointer);
      return { $ref: `#${component}` };
    });
  }

  function withNamed(item: JsonObject, owner: string, pointer: string): JsonObject {
    // Each call refers to those of its path.
    const { parameters: _, ...rest } = item;
    const entries = Object.entries(rest).map(([key, value]) => {
      if (!isObject(value) || !methods.has(key)) return [key, value] as const;
      const at = `${pointer}${pointerOf([key])}/parameters`;
      const list = named(value.parameters ?? [], `${owner} ${key}`, at);
      return [key, { ...value, parameters: list }] as const;
    });
    return Object.fromEntries(entries);
  }

  const calls = ["paths", "webhooks"].flatMap((kind) => {
    const items = document[kind];
    if (!isObject(items)) return [];
    const entries = Object.entries(items).map(([name, item]) => {
      const own = pointerOf([kind, name]);
      const { value, pointer } = resolve(document, item, own);
      if (!isObject(value)) return [name, item] as const;
      if (pointer !== own) pointers.set(own, pointer);
      // A parameter of the path that is renamed stays that of the same call.
      const owner = `${kind} ${name.replace(/\{[^}]*\}/g, "{}")}`;
      return [name, withNamed(value, owner, pointer)] as const;
    });
    return [[kind, Object.fromEntries(entries)] as const];
  });
  const components = isObject(document.components) ? document.components : {};
  return {
    document: {
      ...document,
      ...Object.fromEntries(calls),
      components: { ...components, parameters },
    },
    original(pointer) {
      const component = [...pointers.keys()].find(
        (key) => pointer === key || pointer.startsWith(`${key}/`),
      );
      if (component === undefined) return pointer;
      return `${pointers.get(component)}${pointer.slice(component.length)}`;
    },
  };
}

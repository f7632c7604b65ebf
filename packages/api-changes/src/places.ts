import type { Direction } from "./change.ts";
import { resolve } from "./document.ts";
import { isObject, type Json, type JsonObject, pointerOf, valueAt } from "./json.ts";
import { methods } from "./methods.ts";

/** A place of the document as an operation or a webhook has it. */
export interface Place {
  /** The keys that lead to it when every reference is followed, without the names of path parameters. */
  path: string;
  /** Where it is written: in a component, when it is referred to. */
  pointer: string;
  value: Json;
  /** Whether its keys are names that somebody gave, as of fields and headers. */
  names: boolean;
  /** `POST /sms/send` or `webhook sms.failed`, or nothing for what belongs to all. */
  operation: string | undefined;
  directions: Direction[];
}

/** Every object of a normalised document that somebody can come across, once for each way that leads to it. */
export function placesOf(document: JsonObject): Place[] {
  const visit = visitor(document);
  const root: Place = { ...nowhere, pointer: "", path: "", value: document, directions: [] };
  return [
    root,
    ...["paths", "webhooks", "components"].map((key) => ({
      ...nowhere,
      ...extensionsOf(document[key]),
      path: `/${key}`,
      pointer: `/${key}`,
      directions: rootDirections(key),
    })),
    ...["paths", "webhooks"].flatMap((kind) => itemPlaces(document, kind, visit)),
    ...Object.entries(document).flatMap(([key, value]) => {
      const at = pointerOf([key]);
      if (key.startsWith("x-") || elsewhere.has(key)) return [];
      return visit(value, { ...nowhere, path: at, pointer: at, directions: rootDirections(key) });
    }),
    // What security requirements name; they have no references.
    ...visit(valueAt(document, ["components", "securitySchemes"]), {
      ...nowhere,
      path: "/components/securitySchemes",
      pointer: "/components/securitySchemes",
      names: true,
      directions: ["request"],
    }),
  ];
}

const nowhere = { operation: undefined, names: false } as const;
const elsewhere = new Set(["paths", "webhooks", "components"]);

/** Which way what stands at the root of a document travels. */
export function rootDirections(key: string | undefined): Direction[] {
  if (key === "servers" || key === "paths") return ["request", "response"];
  if (key === "webhooks") return ["webhook"];
  return key === "security" ? ["request"] : [];
}

type Start = Omit<Place, "value">;
type Visit = (value: Json | undefined, start: Start) => Place[];

/** The places of all paths, or of all webhooks. */
function itemPlaces(document: JsonObject, kind: string, visit: Visit): Place[] {
  const items = document[kind];
  return Object.entries(isObject(items) ? items : {}).flatMap(([name, item]) => {
    const { value, pointer } = resolve(document, item, pointerOf([kind, name]));
    if (!isObject(value)) return [];
    const path = `/${kind}/${name.replace(/\{[^}]*\}/g, "{}")}`;
    const whole = rootDirections(kind);
    const calls = Object.entries(value).filter(([method]) => methods.has(method));
    return calls.flatMap(([method, operation]) => {
      if (!isObject(operation)) return [];
      const label = kind === "webhooks" ? `webhook ${name}` : `${method.toUpperCase()} ${name}`;
      const start = { operation: label, names: false, path: `${path}/${method}` };
      const at = pointer + pointerOf([method]);
      return [
        { ...start, path, pointer, value, directions: whole },
        { ...start, pointer: at, value: operation, directions: whole },
        {
          ...start,
          ...extensionsOf(operation.responses),
          path: `${start.path}/responses/x-`,
          pointer: `${at}/responses`,
          directions: wayOf(kind, "responses"),
        },
        ...Object.entries(operation).flatMap(([part, child]) =>
          part.startsWith("x-")
            ? []
            : visit(child, {
                ...start,
                path: `${start.path}/${part}`,
                pointer: at + pointerOf([part]),
                names: part === "responses" || part === "callbacks",
                directions: wayOf(kind, part),
              }),
        ),
      ];
    });
  });
}

/** What is said of a whole map, beside the names that it holds. */
function extensionsOf(map: Json | undefined): Pick<Place, "value"> {
  const entries = Object.entries(isObject(map) ? map : {});
  return { value: Object.fromEntries(entries.filter(([key]) => key.startsWith("x-"))) };
}

function wayOf(kind: string, part: string): Direction[] {
  if (kind === "webhooks" || part === "callbacks") return ["webhook"];
  return [part === "responses" ? "response" : "request"];
}

/** Walks from a place through all that it holds and refers to. */
function visitor(document: JsonObject): Visit {
  const known = new Map<string, ReturnType<typeof resolve>>();

  /** The same components are referred to from everywhere. */
  function follow(value: Json | undefined, pointer: string): ReturnType<typeof resolve> {
    const reference = isObject(value) ? value.$ref : undefined;
    if (typeof reference !== "string") return { value, pointer };
    const found = known.get(reference) ?? resolve(document, value, pointer);
    known.set(reference, found);
    return found;
  }

  function visit(value: Json | undefined, start: Start, followed: readonly string[]): Place[] {
    const found = follow(value, start.pointer);
    const whole = found.value;
    if (typeof whole !== "object" || whole === null || followed.includes(found.pointer)) return [];
    const chain = found.pointer === start.pointer ? followed : [...followed, found.pointer];
    // Words beside a reference, such as a description of its own, are part of what is meant.
    const beside = value !== undefined && value !== whole ? [{ ...start, value }] : [];
    const children = Object.entries(whole).filter(([key]) => start.names || !isLeaf(key));
    return [
      ...beside,
      { ...start, pointer: found.pointer, value: whole },
      ...children.flatMap(([key, child]) => {
        const path = `${start.path}/${Array.isArray(whole) ? itemName(follow(child, "").value, key, start) : entryName(key, start)}`;
        const names = !start.names && maps.has(key);
        return visit(
          child,
          { ...start, path, pointer: found.pointer + pointerOf([key]), names },
          chain,
        );
      }),
    ];
  }

  return (value, start) => visit(value, start, []);
}

/** The case of a header's name says nothing. */
function entryName(key: string, { path, names }: Start): string {
  return names && path.endsWith("/headers") ? key.toLowerCase() : key;
}

/** A parameter is known by its name, wherever it stands in its list, and one of the path by its place in that. */
function itemName(value: Json | undefined, index: string, { operation = "" }: Start): string {
  if (!isObject(value) || value.in === undefined || value.name === undefined) return index;
  if (value.in !== "path") return `${value.in} ${value.name}`;
  const names: string[] = operation.match(/\{[^}]*\}/g) ?? [];
  return `path ${names.indexOf(`{${value.name}}`)}`;
}

/** What holds parts by names that somebody gave. */
const maps = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "headers",
  "content",
  "encoding",
  "links",
  "variables",
]);

/** Whether a key holds a value and no part of the description. */
function isLeaf(key: string): boolean {
  return key.startsWith("x-") || leaves.has(key);
}

const leaves = new Set(["example", "examples", "default", "const", "enum", "required"]);

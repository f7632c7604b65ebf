import type { Json, JsonObject } from "./json.ts";

/** One call of a client of an SDK, for an emitter to write down in its language. */
export interface SdkCall {
  /** The operation's id, which is the client's method, as `sendBulk`. */
  method: string;
  /** What stands in the path, in its order. */
  ids: string[];
  /** The fields of the body. */
  fields?: JsonObject;
  /** The enumerations of the SDKs by the fields that have one, as `type: "MessageType"`. */
  enums: Record<string, string>;
  /** The part of the result to print, where the whole would be too much. */
  prints?: string;
}

/** A name of the API as Python writes it, as `send_bulk`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A value of an enumeration as its case is called, as `Transactional`. */
export function pascalCase(value: Json): string {
  return String(value)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

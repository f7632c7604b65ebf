import type { Schema } from "@getclickmedia/sms-document";

/** What a value of a request must be: as much of JSON Schema as the requests are described with. */
export interface Rule {
  type: "object" | "array" | "string" | "boolean";
  required?: string[];
  properties?: Record<string, Rule>;
  additionalProperties?: boolean;
  items?: Rule;
  minItems?: number;
  maxItems?: number;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: "date-time";
  /** The code that answers a text of the wrong form. */
  errorCode?: string;
}

/** What a request is checked by. */
const keywords = new Set([
  ...["type", "required", "properties", "additionalProperties", "items", "enum", "pattern"],
  ...["format", "minLength", "maxLength", "minItems", "maxItems", "x-gcm-error-code"],
]);

const types = new Set<unknown>(["object", "array", "string", "boolean"]);

/** What says something about a value and forbids none. */
const annotations = new Set([
  ...["title", "description", "default", "examples", "x-enumDescriptions", "x-gcm-volatile"],
  ...["x-gcm-origin", "x-gcm-reason"],
]);

/**
 * A schema without its prose.
 * @throws Error when it has a keyword that the fake APIs would not check.
 */
export function readRule(schema: Schema): Rule {
  const entries = Object.entries(schema)
    .filter(([keyword]) => !annotations.has(keyword))
    .map(([keyword, value]) => {
      if (!keywords.has(keyword))
        throw new Error(`The fake APIs cannot check ${keyword}. Teach it to them, and to ${here}.`);
      if (keyword === "type" && !types.has(value))
        throw new Error(`The fake APIs know no ${value}. Teach it to them, and to ${here}.`);
      if (keyword === "items") return [keyword, readRule(value as Schema)];
      if (keyword === "x-gcm-error-code") return ["errorCode", value];
      if (keyword !== "properties") return [keyword, value];
      const properties = Object.entries(value as Record<string, Schema>);
      return [
        keyword,
        Object.fromEntries(properties.map(([name, each]) => [name, readRule(each)])),
      ];
    });
  return Object.fromEntries(entries);
}

const here = "sdk-model/src/rule.ts";

import type { ErrorCode } from "@getclickmedia/sms-types";
import { isDateTime } from "./date-time.ts";

/** What a value must be: as much of JSON Schema as the requests of the API are described with. */
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
  errorCode?: ErrorCode;
}

/** The error that answers a value which breaks its rule. */
export interface Violation {
  code: ErrorCode;
  message: string;
}

/**
 * The first way in which a value breaks its rule.
 * @param name how the message names the value, as `The field to`.
 */
export function violationOf(value: unknown, rule: Rule, name: string): Violation | undefined {
  if (typeOf(value) !== rule.type) return invalid(`${name} must be of the type ${rule.type}.`);
  if (typeof value === "string") return ofText(value, rule, name);
  if (Array.isArray(value)) return ofList(value, rule, name);
  if (typeof value === "object") return ofObject(value as Record<string, unknown>, rule);
  return undefined;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function ofText(text: string, rule: Rule, name: string): Violation | undefined {
  if (rule.enum && !rule.enum.includes(text))
    return invalid(`${name} must be one of ${rule.enum.join(", ")}.`);
  const code = rule.errorCode ?? "INVALID_REQUEST";
  const { pattern = "", format, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = rule;
  if (!new RegExp(pattern, "u").test(text) || (format && !isDateTime(text))) {
    const date = format ? "be a date that exists, and " : "";
    return { code, message: `${name} has the wrong form. It must ${date}match ${pattern}.` };
  }
  const { length } = [...text]; // Characters, of which some are two units.
  if (length < minLength || length > maxLength)
    return { code, message: `${name} must have ${minLength} to ${maxLength} characters.` };
  return undefined;
}

function ofList(list: unknown[], rule: Rule, name: string): Violation | undefined {
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = rule;
  if (list.length < minItems) return invalid(`${name} must have at least ${minItems} item.`);
  if (list.length > maxItems) return invalid(`${name} must have at most ${maxItems} items.`);
  for (const [index, item] of list.entries()) {
    const violation = items && violationOf(item, items, `${name}[${index}]`);
    if (violation) return violation;
  }
  return undefined;
}

function ofObject(
  fields: Record<string, unknown>,
  { required = [], properties = {}, additionalProperties = true }: Rule,
): Violation | undefined {
  const missing = required.find((field) => !Object.hasOwn(fields, field));
  if (missing)
    return {
      code: "MISSING_FIELD",
      message: `The required field ${missing} is missing. Add it to the body.`,
    };
  const unknown = Object.keys(fields).find((field) => !Object.hasOwn(properties, field));
  if (unknown !== undefined && !additionalProperties)
    return invalid(`The field ${unknown} is not known. Remove it, or check its spelling.`);
  for (const [field, rule] of Object.entries(properties)) {
    const violation =
      Object.hasOwn(fields, field) && violationOf(fields[field], rule, `The field ${field}`);
    if (violation) return violation;
  }
  return undefined;
}

function invalid(message: string): Violation {
  return { code: "INVALID_REQUEST", message };
}

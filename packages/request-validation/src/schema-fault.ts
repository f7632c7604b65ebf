import type { Schema } from "@getclickmedia/sms-document";
import type { ErrorCode } from "@getclickmedia/sms-types";
import type { ErrorObject } from "ajv/dist/2020.js";
import type { Fault, MakeFault } from "./fault.ts";
import type { Printable } from "./printable.ts";

/**
 * Turns the first schema error of a body into the API's error: a missing field has a code of its own,
 * and so has a string that breaks the form of a schema with an `x-gcm-error-code`. All else is an
 * invalid request.
 */
export function createBodyFault(
  fault: MakeFault,
  printable: Printable,
): (error: ErrorObject) => Fault {
  return (error) => {
    if (error.keyword === "required") {
      const field = fieldName(`${error.instancePath}/${error.params.missingProperty}`, printable);
      return fault("MISSING_FIELD", `The required field ${field} is missing. Add it to the body.`);
    }
    if (error.keyword === "additionalProperties") {
      const field = printable(String(error.params.additionalProperty));
      return fault(
        "INVALID_REQUEST",
        `The field ${field} is not known. Remove it, or check its spelling.`,
      );
    }
    const where = error.instancePath
      ? `The field ${fieldName(error.instancePath, printable)}`
      : "The body";
    const ownCode = formKeywords.has(error.keyword) && error.parentSchema?.["x-gcm-error-code"];
    return fault((ownCode || "INVALID_REQUEST") as ErrorCode, `${where} ${requirement(error)}.`);
  };
}

/** What is wrong with a value, said after its name: "must be a boolean". */
export function requirement({ keyword, params, parentSchema, message }: ErrorObject): string {
  if (formKeywords.has(keyword) && hasForm(parentSchema))
    return `has the wrong form. It should ${form(parentSchema)}`;
  switch (keyword) {
    case "type":
      return `must be ${[params.type].flat().map(withArticle).join(" or ")}`;
    case "enum":
      return `must be one of ${params.allowedValues.join(", ")}`;
    case "minItems":
    case "minLength":
      return `must have at least ${counted(params.limit, keyword)}`;
    case "maxItems":
    case "maxLength":
      return `must have at most ${counted(params.limit, keyword)}`;
    default:
      return message ?? "is not valid";
  }
}

const formKeywords = new Set(["pattern", "minLength", "maxLength", "format"]);

function hasForm(schema: Schema | undefined): schema is Schema {
  return schema?.pattern !== undefined || schema?.format !== undefined;
}

/** The form of a schema as its own example, bounds and rule: "look like GCMDIA: 6 characters matching ...". */
function form(schema: Schema): string {
  const shape = `${length(schema)} ${rule(schema)}`;
  const example = Array.isArray(schema.examples) ? schema.examples[0] : undefined;
  return example === undefined ? `be ${shape}` : `look like ${example}: ${shape}`;
}

function length({ minLength, maxLength }: Schema): string {
  if (typeof maxLength !== "number") return "characters";
  const most = counted(maxLength, "maxLength");
  if (typeof minLength !== "number") return `at most ${most}`;
  return minLength === maxLength ? most : `${minLength} to ${most}`;
}

/** A date is said in words, since nobody reads its pattern. */
function rule({ pattern, format }: Schema): string {
  if (format === "date-time") return "making an ISO 8601 date and time with its offset from UTC";
  return pattern === undefined ? `making a ${format}` : `matching ${pattern}`;
}

function counted(limit: number, keyword: string): string {
  const noun = keyword.endsWith("Items") ? "item" : "character";
  return `${limit} ${noun}${limit === 1 ? "" : "s"}`;
}

/** `/recipients/1` as a developer writes it: `recipients[1]`. */
function fieldName(pointer: string, printable: Printable): string {
  return pointer
    .slice(1)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part, depth) =>
      /^\d+$/.test(part) ? `[${part}]` : `${depth > 0 ? "." : ""}${printable(part)}`,
    )
    .join("");
}

function withArticle(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

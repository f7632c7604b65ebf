import type { Schema } from "@getclickmedia/sms-document";
import { type ErrorCode, errorCodes } from "@getclickmedia/sms-types";
import type { ErrorObject } from "ajv/dist/2020.js";
import { printable } from "./body.ts";
import { type Fault, fault } from "./fault.ts";

/**
 * Turns the first schema error of a body into the API's error: a missing field has a code of its own,
 * and so has a string that breaks the form of a schema with an `x-gcm-error-code`. All else is an
 * invalid request.
 */
export function bodyFault(error: ErrorObject): Fault {
  const where =
    error.instancePath === "" ? "The body" : `The field ${fieldName(error.instancePath)}`;
  if (error.keyword === "required") {
    const field = fieldName(`${error.instancePath}/${error.params.missingProperty}`);
    return fault("MISSING_FIELD", `The required field ${field} is missing. Add it to the body.`);
  }
  if (error.keyword === "additionalProperties") {
    const field = printable(String(error.params.additionalProperty));
    return fault(
      "INVALID_REQUEST",
      `The field ${field} is not known. Remove it, or check its spelling.`,
    );
  }
  const ownCode = formKeywords.has(error.keyword) && codeOf(error.parentSchema);
  if (ownCode) return fault(ownCode, `${where} is not valid. ${descriptionOf(error.parentSchema)}`);
  return fault("INVALID_REQUEST", `${where} ${requirement(error)}.`);
}

/** What a value must be, said after its name: "must be a boolean". */
export function requirement({ keyword, params, parentSchema, message }: ErrorObject): string {
  if (formKeywords.has(keyword) && hasForm(parentSchema)) return `must ${form(parentSchema)}`;
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

function codeOf(schema: Schema | undefined): ErrorCode | undefined {
  const code = schema?.["x-gcm-error-code"];
  return typeof code === "string" && code in errorCodes ? (code as ErrorCode) : undefined;
}

function descriptionOf(schema: Schema | undefined): string {
  return String(schema?.description ?? "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function hasForm(schema: Schema | undefined): schema is Schema {
  return schema?.pattern !== undefined || schema?.format !== undefined;
}

function form({ format, examples }: Schema): string {
  const example = Array.isArray(examples) ? `, such as ${examples[0]}` : "";
  return format === "date-time"
    ? `be an ISO 8601 date and time with its offset from UTC${example}`
    : `have the form that the documentation gives${example}`;
}

function counted(limit: number, keyword: string): string {
  const noun = keyword.endsWith("Items") ? "item" : "character";
  return `${limit} ${noun}${limit === 1 ? "" : "s"}`;
}

/** `/recipients/1` as a developer writes it: `recipients[1]`. */
function fieldName(pointer: string): string {
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

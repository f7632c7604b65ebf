import type { Parameter, Schema } from "@getclickmedia/sms-document";
import type { ValidateFunction } from "ajv/dist/2020.js";
import type { Fault, MakeFault } from "./fault.ts";
import type { Printable } from "./printable.ts";
import { requirement } from "./schema-fault.ts";

/** Reads the query of a request, the text after `?`, into the values of an operation's parameters. */
export type ReadQuery = (query: string) => { values: Record<string, unknown> } | Fault;

interface QueryParameter {
  parameter: Parameter;
  validate: ValidateFunction;
}

const nothing = { values: Object.freeze({}) };
const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * A value is of its schema's type: numbers and booleans are read as JSON has them, all else is text. A
 * parameter that is not sent has its schema's default, or is absent. Refused are, in this order, an unknown
 * name, a name that is there twice or whose value does not fit, and a required one that is missing.
 */
export function createReadQuery(
  parameters: QueryParameter[],
  fault: MakeFault,
  printable: Printable,
): ReadQuery {
  const known = new Map(parameters.map((each) => [each.parameter.name, each]));
  const refusal = (name: string, what: string) =>
    fault("INVALID_REQUEST", `The query parameter ${name} ${what}`);

  return (query) => {
    if (query === "" && known.size === 0) return nothing;
    const values: Record<string, unknown> = {};
    for (const [name, text] of new URLSearchParams(query)) {
      const found = known.get(name);
      if (!found) return refusal(printable(name), "is not known. Remove it.");
      if (Object.hasOwn(values, name)) return refusal(name, "is there twice. Send it once.");
      const value = typed(text, found.parameter.schema);
      if (!found.validate(value)) {
        const error = found.validate.errors?.[0];
        return refusal(name, `${error ? requirement(error) : "is not valid"}.`);
      }
      values[name] = value;
    }
    for (const { parameter } of parameters) {
      const { name, required, schema } = parameter;
      if (Object.hasOwn(values, name)) continue;
      if (schema.default !== undefined) values[name] = schema.default;
      else if (required) return refusal(name, "is missing. Add it.");
    }
    return { values };
  };
}

/** What is no number or boolean stays a text, which then does not fit its schema. */
function typed(text: string, { type }: Schema): unknown {
  const types = [type].flat();
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  const isNumeric = types.includes("integer") || types.includes("number");
  const number = isNumeric && jsonNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

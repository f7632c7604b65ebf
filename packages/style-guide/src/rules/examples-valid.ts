// Checks every example against its schema, more strictly than a reader of the API would:
// - properties that the schema does not declare are refused, at every depth
// - values that are not in `x-extensible-enum` are refused
// - formats (date-time, int32, uri, ...) are verified
// It covers the named examples of requests, responses and webhooks, the examples of parameters and
// headers, and the `examples` of schemas. A schema that JSON Schema 2020-12 in strict mode does not
// accept is reported too.

import { strictSchema } from "@getclickmedia/sms-strict-schema";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import namedExamples from "../document/examples.ts";
import payloads from "../document/payloads.ts";
import schemas, { parameters, responseHeaders } from "../document/schemas.ts";
import { isMapping, items, type Mapping } from "../document/value.ts";
import type { Finding, Path } from "../finding.ts";

/** The message of every fault of a value, with the path inside the value. */
type Validate = (value: unknown) => Finding[];

export default function examplesValid(api: unknown): Finding[] {
  const validatorOf = validators();
  const findings: Finding[] = [];

  function check(what: string, schema: unknown, value: unknown, path: Path): void {
    if (!isMapping(schema) || value === undefined) return;
    for (const fault of validatorOf(schema)(value))
      findings.push({ message: `${what}: ${fault.message}`, path: [...path, ...fault.path] });
  }

  function checkHolder(what: string, holder: Mapping, path: Path): void {
    check(`The example of the ${what}`, holder.schema, holder.example, [...path, "example"]);
    for (const example of namedExamples(holder, path))
      check(`The example ${example.name} of the ${what}`, holder.schema, example.node.value, [
        ...example.path,
        "value",
      ]);
  }

  for (const { name, media, path } of payloads(api)) checkHolder(name, media, path);
  for (const { node, path, operation } of parameters(api))
    checkHolder(`parameter ${String(node.name)} of ${operation}`, node, path);
  for (const { name, node, path, response } of responseHeaders(api))
    checkHolder(`header ${name} of the ${response}`, node, path);
  for (const { node, path } of schemas(api))
    for (const [index, value] of items(node.examples).entries())
      check("The example of the schema", node, value, [...path, "examples", index]);
  return findings;
}

/** Compiles each schema once, however many places share it. */
function validators(): (schema: Mapping) => Validate {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const compiled = new WeakMap<Mapping, Validate>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const validate = compile(ajv, schema);
    compiled.set(schema, validate);
    return validate;
  };
}

function compile(ajv: Ajv2020, schema: Mapping): Validate {
  try {
    const validate = ajv.compile(strictSchema(schema));
    return (value) => (validate(value) ? [] : (validate.errors ?? []).map(fault));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return () => [
      {
        message: `its schema is not valid JSON Schema 2020-12: ${reason}. Correct the schema.`,
        path: [],
      },
    ];
  }
}

function fault(error: ErrorObject): Finding {
  const place = error.instancePath === "" ? "the value" : error.instancePath;
  const path = error.instancePath.split("/").slice(1).map(unescapePointer);
  const undeclared: unknown = error.params.unevaluatedProperty ?? error.params.additionalProperty;
  if (typeof undeclared === "string")
    return {
      message: `${place} has the property ${undeclared}, which the schema does not declare. Remove it, or declare it.`,
      path: [...path, undeclared],
    };
  return {
    message: `${place} ${error.message ?? "is not valid"}${choices(error)}. Correct the example or the schema.`,
    path,
  };
}

function choices({ params }: ErrorObject): string {
  return Array.isArray(params.allowedValues) ? ` (${params.allowedValues.join(", ")})` : "";
}

function unescapePointer(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

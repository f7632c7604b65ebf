// Checks who may meet something new:
// - an object in a request says `additionalProperties: false`, so that a typing error is refused
// - a list of values in a request is a closed `enum`, not an `x-extensible-enum`
// - an object in a response or webhook may grow: neither `additionalProperties` nor
//   `unevaluatedProperties` is false
// - a list of values in a response or webhook may grow: `x-extensible-enum`, never a closed `enum`
import schemas, { type Schema } from "../document/schemas.ts";
import { items, type Mapping } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function schemaOpenness(api: unknown): Finding[] {
  return schemas(api).flatMap((schema) => {
    if (schema.use === "request") return requestFindings(schema);
    if (schema.use === "response" || schema.use === "webhook") return readerFindings(schema);
    return [];
  });
}

function requestFindings({ node, path }: Schema): Finding[] {
  const findings: Finding[] = [];
  if (isObject(node) && node.additionalProperties !== false)
    findings.push({
      message:
        "This object of a request takes unknown properties. Say `additionalProperties: false`.",
      path,
    });
  if (node["x-extensible-enum"] !== undefined)
    findings.push({
      message:
        "This list of a request is open. Use `enum`: a server must know which values it takes.",
      path: [...path, "x-extensible-enum"],
    });
  return findings;
}

function readerFindings({ node, path, use }: Schema): Finding[] {
  const closed = ["additionalProperties", "unevaluatedProperties"].filter(
    (keyword) => node[keyword] === false,
  );
  return [
    ...closed.map((keyword) => ({
      message: `This object of a ${use} refuses new properties, so that a field added later breaks every reader. Remove \`${keyword}: false\`.`,
      path: [...path, keyword],
    })),
    ...(node.enum === undefined
      ? []
      : [
          {
            message: `This list of a ${use} is closed, so that a value added later breaks every reader. Use x-extensible-enum.`,
            path: [...path, "enum"],
          },
        ]),
  ];
}

function isObject(schema: Mapping): boolean {
  return (
    schema.type === "object" ||
    items(schema.type).includes("object") ||
    schema.properties !== undefined
  );
}

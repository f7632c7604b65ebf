// Checks `x-gcm-when`, which says how a request is changed so that it provokes an error example:
// - it stands on a named example of a 4xx or 5xx response, nowhere else
// - it has one or more of the keys headers, path, query, body and oversize, and no other
// - `headers`, `path`, `query` and `body` are mappings; `oversize` is `true`
// - the names under `path` are path parameters of the operation
// - the names under `body` are properties of its request body
import namedExamples from "../document/examples.ts";
import { pathParameters } from "../document/operations.ts";
import payloads, { type Payload, requestPayloads } from "../document/payloads.ts";
import { at, entries, isMapping, type Mapping } from "../document/value.ts";
import walk from "../document/walk.ts";
import type { Finding, Path } from "../finding.ts";

const CHANGES = ["headers", "path", "query", "body", "oversize"];

export default function exampleWhen(api: unknown): Finding[] {
  const errorExamples = payloads(api)
    .filter(({ kind }) => kind === "error")
    .flatMap((payload) =>
      namedExamples(payload.media, payload.path).map((example) => ({ payload, example })),
    );
  return [
    ...misplaced(api, new Set(errorExamples.map(({ example }) => example.node))),
    ...errorExamples.flatMap(({ payload, example }) =>
      example.node["x-gcm-when"] === undefined
        ? []
        : changeFindings(example.node["x-gcm-when"], payload, [...example.path, "x-gcm-when"]),
    ),
  ];
}

function misplaced(api: unknown, errorExamples: Set<Mapping>): Finding[] {
  const findings: Finding[] = [];
  walk(api, (node, path) => {
    if (node["x-gcm-when"] !== undefined && !errorExamples.has(node))
      findings.push({
        message:
          "x-gcm-when stands on something that is not an example of an error response. Remove it.",
        path: [...path, "x-gcm-when"],
      });
  });
  return findings;
}

function changeFindings(when: unknown, payload: Payload, path: Path): Finding[] {
  if (entries(when).length === 0)
    return [{ message: `x-gcm-when changes nothing. Use one of ${CHANGES.join(", ")}.`, path }];
  return entries(when).flatMap(([change, value]) => {
    const place = [...path, change];
    if (!CHANGES.includes(change))
      return [
        {
          message: `x-gcm-when has the unknown key ${change}. Use ${CHANGES.join(", ")}.`,
          path: place,
        },
      ];
    if (change === "oversize")
      return value === true
        ? []
        : [
            {
              message: "x-gcm-when.oversize is not true. Write `true`, or remove it.",
              path: place,
            },
          ];
    if (!isMapping(value))
      return [
        {
          message: `x-gcm-when.${change} is not a mapping from name to value. Make it one.`,
          path: place,
        },
      ];
    const known = knownNames(change, payload);
    if (known === undefined) return [];
    return Object.keys(value)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        message: `x-gcm-when.${change} names ${name}, which ${payload.operation.name} does not have. Use one of its own names.`,
        path: [...place, name],
      }));
  });
}

/** The names that a change may touch; `undefined` if any name may be sent. */
function knownNames(change: string, { operation }: Payload): string[] | undefined {
  if (change === "path") return pathParameters(operation).map(({ node }) => String(node.name));
  if (change === "body")
    return requestPayloads(operation).flatMap(({ media }) =>
      entries(at(media.schema, "properties")).map(([name]) => name),
    );
  return undefined;
}

// Checks, for every operation under `paths`, that requests and answers can be replayed in pairs:
// - every named example of the request body has a 2xx response example of the same name
// - every named example of a 2xx response has a request body example of the same name
// - without a request body, the same holds for the named examples of every path parameter
// An operation with neither body nor path parameter has nothing to pair.
import namedExamples from "../document/examples.ts";
import operations, { type Operation, pathParameters } from "../document/operations.ts";
import { requestPayloads, successPayloads } from "../document/payloads.ts";
import type { Finding, Path } from "../finding.ts";

interface Side {
  name: string;
  path: Path;
  examples: { name: string; path: Path }[];
}

export default function exampleNamesPair(api: unknown): Finding[] {
  return operations(api)
    .filter(({ webhook }) => !webhook)
    .flatMap((operation) => {
      const answer: Side = {
        name: `2xx response of ${operation.name}`,
        path: [...operation.path, "responses"],
        examples: successPayloads(operation).flatMap(({ media, path }) =>
          namedExamples(media, path),
        ),
      };
      return requestSides(operation).flatMap((request) => [
        ...unpaired(request, answer),
        ...unpaired(answer, request),
      ]);
    });
}

function requestSides(operation: Operation): Side[] {
  if (operation.node.requestBody !== undefined)
    return [
      {
        name: `request of ${operation.name}`,
        path: [...operation.path, "requestBody"],
        examples: requestPayloads(operation).flatMap(({ media, path }) =>
          namedExamples(media, path),
        ),
      },
    ];
  return pathParameters(operation).map(({ node, path }) => ({
    name: `path parameter ${String(node.name)} of ${operation.name}`,
    path,
    examples: namedExamples(node, path),
  }));
}

function unpaired(side: Side, other: Side): Finding[] {
  const names = new Set(other.examples.map(({ name }) => name));
  return side.examples
    .filter(({ name }) => !names.has(name))
    .map(({ name, path }) => ({
      message: `The ${side.name} has an example ${name}, and the ${other.name} has none of that name. Add it there, or remove it here.`,
      path,
    }));
}

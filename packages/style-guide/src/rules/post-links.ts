// Checks, for every 2xx response of a POST under `paths`, that a reader learns where to go next:
// - it has links
// - the operationId of a link is that of an operation
// - the parameters of a link are parameters of that operation, and no required path parameter is missing
// - a parameter taken from `$response.body#/...` names a property of the response
import operations, {
  isSuccess,
  type Located,
  type Operation,
  pathParameters,
  responses,
} from "../document/operations.ts";
import { at, entries } from "../document/value.ts";
import type { Finding, Path } from "../finding.ts";

export default function postLinks(api: unknown): Finding[] {
  const all = operations(api).filter(({ webhook }) => !webhook);
  return all
    .filter(({ method }) => method === "post")
    .flatMap((operation) =>
      responses(operation)
        .filter(({ status }) => isSuccess(status))
        .flatMap((response) => responseFindings(operation, response, all)),
    );
}

function responseFindings(operation: Operation, response: Located, all: Operation[]): Finding[] {
  const links = entries(response.node.links);
  if (links.length === 0)
    return [
      {
        message: `The answer of ${operation.name} has no links. Link to the operations that take the id it returns.`,
        path: response.path,
      },
    ];
  return links.flatMap(([name, link]) => linkFindings(name, link, response, all));
}

function linkFindings(name: string, link: unknown, response: Located, all: Operation[]): Finding[] {
  const path = [...response.path, "links", name];
  const id = at(link, "operationId");
  const target = all.find(({ node }) => node.operationId === id);
  if (target === undefined)
    return [
      {
        message: `The link ${name} leads to the operation ${String(id)}, which does not exist. Correct its operationId.`,
        path: [...path, "operationId"],
      },
    ];
  const known = target.parameters.map(({ node }) => String(node.name));
  const given = entries(at(link, "parameters"));
  const missing = pathParameters(target)
    .map(({ node }) => String(node.name))
    .filter((parameter) => !given.some(([key]) => key === parameter));
  return [
    ...missing.map((parameter) => ({
      message: `The link ${name} does not give ${parameter}, which ${target.name} requires. Add it to its parameters.`,
      path,
    })),
    ...given.flatMap(([parameter, expression]) => [
      ...(known.includes(parameter)
        ? []
        : [
            {
              message: `The link ${name} gives ${parameter}, which is not a parameter of ${target.name}. Use ${known.join(", ")}.`,
              path: [...path, "parameters", parameter],
            },
          ]),
      ...expressionFindings(name, expression, response, [...path, "parameters", parameter]),
    ]),
  ];
}

function expressionFindings(
  link: string,
  expression: unknown,
  response: Located,
  path: Path,
): Finding[] {
  const property = /^\$response\.body#\/(.+)$/.exec(String(expression))?.[1];
  if (property === undefined) return [];
  const keys = property.split("/").flatMap((key) => ["properties", key]);
  const declared = entries(response.node.content).some(
    ([, media]) => at(at(media, "schema"), ...keys) !== undefined,
  );
  if (declared) return [];
  return [
    {
      message: `The link ${link} reads ${property}, which the response does not have. Name one of its properties.`,
      path,
    },
  ];
}

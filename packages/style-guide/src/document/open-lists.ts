import type { Path } from "../finding.ts";
import operations from "./operations.ts";
import payloads, { type Payload, successPayloads } from "./payloads.ts";
import schemas from "./schemas.ts";
import { at, entries, isMapping, items } from "./value.ts";

/** A list that may grow (`x-extensible-enum`): its values, each with its facts and its place. */
export interface OpenList {
  values: Map<string, { facts: unknown; path: Path }>;
  path: Path;
}

/** Reads `x-extensible-enum` of a schema, whether it is a list of values or a mapping from value to facts. */
function openList(schema: unknown, path: Path): OpenList | undefined {
  const list = at(schema, "x-extensible-enum");
  const listPath = [...path, "x-extensible-enum"];
  if (Array.isArray(list))
    return {
      path: listPath,
      values: new Map(
        items(list).map((value, index) => [
          String(value),
          { facts: undefined, path: [...listPath, index] },
        ]),
      ),
    };
  if (isMapping(list))
    return {
      path: listPath,
      values: new Map(
        entries(list).map(([value, facts]) => [value, { facts, path: [...listPath, value] }]),
      ),
    };
  return undefined;
}

/** The catalogue of error codes that an error response declares: the list at `error.code` of its body. */
export function errorCatalogue(payload: Payload): OpenList | undefined {
  const keys = ["properties", "error", "properties", "code"];
  return openList(at(payload.media.schema, ...keys), [...payload.path, "schema", ...keys]);
}

/** The first catalogue in the description; one schema serves every error response. */
export function firstErrorCatalogue(api: unknown): OpenList | undefined {
  return payloads(api)
    .filter(({ kind }) => kind === "error")
    .map(errorCatalogue)
    .find((list) => list !== undefined);
}

/** The statuses of a message: the list at `status` of a successful response. */
export function messageStatuses(api: unknown): OpenList | undefined {
  return operations(api)
    .filter(({ webhook }) => !webhook)
    .flatMap(successPayloads)
    .map(({ media, path }) =>
      openList(at(media.schema, "properties", "status"), [
        ...path,
        "schema",
        "properties",
        "status",
      ]),
    )
    .find((list) => list !== undefined);
}

/** The plans: the list whose every value says how many recipients one request may hold. */
export function plans(api: unknown): OpenList | undefined {
  return schemas(api)
    .map(({ node, path }) => openList(node, path))
    .find((list) => list !== undefined && isListOfPlans(list));
}

function isListOfPlans({ values }: OpenList): boolean {
  const facts = [...values.values()].map((value) => value.facts);
  return (
    facts.length > 0 && facts.every((plan) => typeof at(plan, "recipientsPerRequest") === "number")
  );
}

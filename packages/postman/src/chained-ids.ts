import { type ApiDocument, operationsOf, type Parameter } from "@getclickmedia/sms-document";
import { stringVariable, type Variable } from "./collection.ts";
import { describedOf } from "./described.ts";

/** A link of a response (OpenAPI's Link Object): what of the answer another operation is called with. */
export interface Link {
  operationId?: string;
  parameters?: Record<string, string>;
}

/** A value of an answer that requests after it use. */
export interface ChainedId {
  /** The variable that keeps it, which has the name of the path parameter. */
  variable: string;
  /** The fields that lead to it in the body of the answer. */
  path: string[];
}

/**
 * What the links of an operation's answers pass on to other operations.
 * @throws Error when a link takes its value from anything but the body.
 */
export function chainedIdsOf({ responses }: { responses: Record<string, object> }): ChainedId[] {
  const found = Object.values(responses).flatMap((response) =>
    Object.values(describedOf(response).links ?? {}).flatMap(({ parameters = {} }) =>
      Object.entries(parameters).map(([variable, expression]) => ({
        variable,
        path: bodyPath(expression),
      })),
    ),
  );
  // Two operations may be called with the same id.
  return [...new Map(found.map((each) => [each.variable, each])).values()];
}

function bodyPath(expression: string): string[] {
  const prefix = "$response.body#/";
  if (!expression.startsWith(prefix)) {
    throw new Error(`The link ${expression} must begin with ${prefix} to be kept in a variable.`);
  }
  return expression.slice(prefix.length).split("/");
}

/** The names that some answer passes on. */
export function chainedVariables(document: ApiDocument): Set<string> {
  return new Set(
    operationsOf(document)
      .flatMap(chainedIdsOf)
      .map(({ variable }) => variable),
  );
}

/** The variables of the ids, each with the document's example, so that a request also works alone. */
export function idVariables(document: ApiDocument): Variable[] {
  const chained = chainedVariables(document);
  const parameters = operationsOf(document)
    .flatMap(({ parameters = [] }) => parameters)
    .filter(({ name, in: where }) => where === "path" && chained.has(name));
  const names = parameters.map(({ name }) => name);
  return parameters
    .filter(({ name }, index) => names.indexOf(name) === index)
    .map((parameter) =>
      stringVariable(
        parameter.name,
        firstExample(parameter),
        "The requests that make one put theirs here.",
      ),
    );
}

export function firstExample({ examples = {} }: Parameter): string {
  return String(Object.values(examples)[0]?.value ?? "");
}

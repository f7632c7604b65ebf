import {
  type ApiDocument,
  examplesOf,
  type LocatedOperation,
  operationsOf,
} from "@getclickmedia/sms-document";
import type { OperationId } from "@getclickmedia/sms-types";

export type Arguments = Record<string, unknown>;

/** An operation of the document under its id. */
export function operationOf(document: ApiDocument, id: OperationId): LocatedOperation {
  const operation = operationsOf(document).find(({ operationId }) => operationId === id);
  if (!operation) throw new Error(`The document has no operation ${id}.`);
  return operation;
}

/** The named examples of what an operation is called with: its body, or else its path parameter. */
export function argumentExamples(operation: LocatedOperation): [name: string, Arguments][] {
  const { requestBody, parameters = [] } = operation;
  const bodies = examplesOf(requestBody).map(([name, { value }]): [string, Arguments] => [
    name,
    value as Arguments,
  ]);
  const ids = parameters.flatMap(({ name: parameter, examples = {} }) =>
    Object.entries(examples).map(([name, { value }]): [string, Arguments] => [
      name,
      { [parameter]: value },
    ]),
  );
  return [...bodies, ...ids];
}

/** The first of them. */
export function firstArguments(document: ApiDocument, id: OperationId): Arguments {
  return argumentExamples(operationOf(document, id))[0]?.[1] ?? {};
}

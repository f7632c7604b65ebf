import {
  type ApiDocument,
  type Example,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  type RequestChange,
  type Response,
  type Schema,
} from "@getclickmedia/sms-document";
import { errorClassName } from "@getclickmedia/sms-sdk-model";
import type { OperationId } from "@getclickmedia/sms-types";
import type { ErrorBody } from "./error-examples.ts";
import { type Arguments, argumentExamples } from "./operation-examples.ts";
import type { ExampleVector } from "./vectors.ts";

/** Every answer of the document that has an example, with what a call has to be made with to get it. */
export function exampleVectors(document: ApiDocument): ExampleVector[] {
  return operationsOf(document).flatMap((operation) =>
    Object.entries(operation.responses).flatMap(([status, response]) =>
      examplesOf(response).map(([name, example]) =>
        vector(document, operation, Number(status), response, name, example),
      ),
    ),
  );
}

function vector(
  document: ApiDocument,
  operation: LocatedOperation,
  status: number,
  response: Response,
  example: string,
  { value: body, "x-gcm-state": ownState, "x-gcm-when": change = {} }: Example,
): ExampleVector {
  const { operationId } = operation;
  const { error } = body as Partial<ErrorBody>;
  const state = ownState ?? response["x-gcm-state"] ?? document["x-gcm-default-state"] ?? null;
  return {
    name: `${operationId} ${status} ${example}`,
    operation: operationId as OperationId,
    status,
    example,
    arguments: {
      ...argumentsOf(operation, error ? undefined : example),
      ...(canBeSent(change) ? { ...change.path, ...change.body } : {}),
    },
    state: canBeSent(change) ? state : null,
    value: error ? null : (body as Record<string, unknown>),
    volatile: error ? [] : volatileFields(response),
    error: error ? { type: errorClassName(error.code), code: error.code } : null,
  };
}

/** The arguments of the example of a name, or else of the first. */
function argumentsOf(operation: LocatedOperation, name: string | undefined): Arguments {
  const examples = argumentExamples(operation);
  const [, found = {}] = examples.find(([known]) => known === name) ?? examples[0] ?? [];
  return found;
}

/** Whether an SDK sends what is changed so. It sends its key and JSON, leaves no field out, and sorts bad numbers out. */
function canBeSent({ headers, query, oversize, body = {} }: RequestChange): boolean {
  return !(
    headers ||
    query ||
    oversize ||
    Object.values(body).includes(null) ||
    "recipients" in body
  );
}

function volatileFields({ content = {} }: Response): string[] {
  const properties = Object.values(content)[0]?.schema.properties ?? {};
  return Object.entries(properties as Record<string, Schema>)
    .filter(([, schema]) => schema["x-gcm-volatile"] === true)
    .map(([name]) => name);
}

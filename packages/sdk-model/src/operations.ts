import {
  type ApiDocument,
  type Body,
  examplesOf,
  type LocatedOperation,
  operationsOf,
} from "@getclickmedia/sms-document";
import type { ErrorModel, OperationModel } from "./model.ts";
import { schemaName } from "./schema-name.ts";

type DescribedBody = Partial<Body> & { description?: string };

/** The operations of the document, in its order. */
export function readOperations(document: ApiDocument, errors: ErrorModel[]): OperationModel[] {
  return operationsOf(document).map((operation) => read(operation, document, errors));
}

function read(
  operation: LocatedOperation,
  { components: { schemas } }: ApiDocument,
  errors: ErrorModel[],
): OperationModel {
  const { operationId: id, method, path, parameters = [], requestBody, responses } = operation;
  const { summary, description } = operation as LocatedOperation & Record<string, string>;
  const response = schemaName(responses["200"], schemas);
  if (!summary || !description || !response)
    throw new Error(`${id} needs a summary, a description and a 200 answer with a schema.`);
  const other = parameters.find((parameter) => parameter.in !== "path");
  if (other)
    throw new Error(
      `${id} has the ${other.in} parameter ${other.name}, which no SDK can send yet: teach it in sdk-model/src/operations.ts.`,
    );
  const request = schemaName(requestBody, schemas);
  if (requestBody && !request)
    throw new Error(`${id} needs a schema with a name for its request body.`);
  const { required = [] } = schemas[response] as { required?: string[] };
  const proof = request && required.find((name) => name.endsWith("Id"));
  if (request && !proof) throw new Error(`${id} needs a required id in its 200 answer.`);
  return {
    id,
    method,
    path,
    summary,
    description: description.trim(),
    parameters: parameters.map(({ name }) => name),
    request,
    response,
    proof,
    errors: errorsOf(Object.values(responses), errors),
  };
}

/** An answer that is for one code says best what it means there; of several, the catalogue tells each. */
function errorsOf(responses: DescribedBody[], errors: ErrorModel[]): OperationModel["errors"] {
  const descriptions = new Map<string, string[]>();
  for (const response of responses) {
    const codes = new Set(codesOf(response));
    for (const code of codes) {
      const known = errors.find((error) => error.code === code);
      const text = codes.size === 1 ? response.description : known?.description;
      descriptions.set(code, [...(descriptions.get(code) ?? []), text?.trim() ?? ""]);
    }
  }
  return [...descriptions].map(([code, texts]) => [code, texts.join(" ")]);
}

function codesOf(response: Partial<Body>): string[] {
  return examplesOf(response).flatMap(([, { value }]) => {
    const { error } = value as { error?: { code: string } };
    return error ? [error.code] : [];
  });
}

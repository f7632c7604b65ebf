import { type ApiDocument, operationsOf, type Schema } from "@getclickmedia/sms-document";
import type { ValidateFunction } from "ajv/dist/2020.js";

/** The compiled schemas of a document by their names, as `send_body` or `listMessages_query_limit`. */
export type Validators = Record<string, ValidateFunction>;

export const nameOf = {
  body: (operationId: string) => `${operationId}_body`,
  parameter: (operationId: string, place: string, name: string) =>
    `${operationId}_${place}_${name}`,
};

/** Every schema that a request is checked with. */
export function requestSchemas(document: ApiDocument): Record<string, Schema> {
  return Object.fromEntries(
    operationsOf(document).flatMap(({ operationId, parameters = [], requestBody }) => {
      const [body] = Object.values(requestBody?.content ?? {});
      return [
        ...parameters
          .filter(({ in: place }) => place === "path" || place === "query")
          .map(({ in: place, name, schema }): [string, Schema] => [
            nameOf.parameter(operationId, place, name),
            schema,
          ]),
        ...(body ? [[nameOf.body(operationId), body.schema] as [string, Schema]] : []),
      ];
    }),
  );
}

/** @throws Error when the validators are those of another document. */
export function validatorNamed(validators: Validators, name: string): ValidateFunction {
  const validate = validators[name];
  if (!validate) throw new Error(`There is no validator ${name}. Compile those of this document.`);
  return validate;
}

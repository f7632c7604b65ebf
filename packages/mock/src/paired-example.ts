import { isDeepStrictEqual } from "node:util";
import {
  type ApiDocument,
  type Example,
  examplesOf,
  type Operation,
  operationsOf,
} from "@getclickmedia/sms-document";
import type { ValidRequest } from "@getclickmedia/sms-request-validation";
import type { Choice } from "./prism.ts";

/** An answer that is given to every request with these path parameters and fields of the body. */
interface Refusal extends Choice {
  to: [name: string, value: unknown][];
}

/**
 * Finds the documented answer to the request that arrived. Where the request equals an example, it is the one of
 * the same name: the status of `gcm_msg_4d5e6f7a8b` is then the documented `failed` one. Where it has what
 * `x-gcm-when` says of an error, it is that error: `gcm_msg_0000000000` is then not found.
 */
export function createPairing(document: ApiDocument): (request: ValidRequest) => Choice {
  const pairs = new Map(
    operationsOf(document).map((operation) => [
      operation.operationId,
      { requests: requestExamples(operation), refusals: refusalsOf(operation) },
    ]),
  );
  return ({ operationId, pathParameters, body }) => {
    const { requests = [], refusals = [] } = pairs.get(operationId) ?? {};
    const fields: Record<string, unknown> = { ...pathParameters, ...(body as object | undefined) };
    const refusal = refusals.find(({ to }) =>
      to.every(([name, value]) => isDeepStrictEqual(fields[name], value)),
    );
    if (refusal) return refusal;
    const sent = body ?? Object.values(pathParameters)[0];
    const example = requests.find(([, { value }]) => isDeepStrictEqual(value, sent))?.[0];
    return example === undefined ? {} : { example };
  };
}

function refusalsOf({ responses }: Operation): Refusal[] {
  return Object.entries(responses).flatMap(([status, response]) =>
    examplesOf(response).flatMap(([example, { "x-gcm-when": when }]) => {
      const to = Object.entries({ ...when?.path, ...when?.body });
      return to.length > 0 ? { status: Number(status), example, to } : [];
    }),
  );
}

function requestExamples({ requestBody, parameters = [] }: Operation): [string, Example][] {
  if (requestBody) return examplesOf(requestBody);
  return parameters.flatMap(({ examples = {} }) => Object.entries(examples));
}

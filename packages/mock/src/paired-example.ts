import { isDeepStrictEqual } from "node:util";
import {
  type ApiDocument,
  type Example,
  examplesOf,
  type Operation,
  operationsOf,
} from "@getclickmedia/sms-document";
import type { ValidRequest } from "@getclickmedia/sms-request-validation";

/**
 * Finds the example whose request equals the one that arrived, so that its answer of the same name can
 * be given: the status of `gcm_msg_4d5e6f7a8b` is then the documented `failed` one.
 */
export function createPairing(
  document: ApiDocument,
): (request: ValidRequest) => string | undefined {
  const requests = new Map(
    operationsOf(document).map((operation) => [operation.operationId, requestExamples(operation)]),
  );
  return ({ operationId, pathParameters, body }) => {
    const sent = body ?? Object.values(pathParameters)[0];
    return requests.get(operationId)?.find(([, { value }]) => isDeepStrictEqual(value, sent))?.[0];
  };
}

function requestExamples({ requestBody, parameters = [] }: Operation): [string, Example][] {
  if (requestBody) return examplesOf(requestBody);
  return parameters.flatMap(({ examples = {} }) => Object.entries(examples));
}

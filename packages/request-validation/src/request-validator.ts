import {
  type ApiDocument,
  needsKey,
  operationsOf,
  type Parameter,
} from "@getclickmedia/sms-document";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { createReadKey, type Headers, keyPrefixesOf } from "./api-key.ts";
import { createReadJson } from "./body.ts";
import { createMakeFault, type Fault, type MakeFault } from "./fault.ts";
import { createPrintable, type Printable } from "./printable.ts";
import { createReadQuery, type ReadQuery } from "./query.ts";
import { createRouter } from "./router.ts";
import { createBodyFault, requirement } from "./schema-fault.ts";
import { nameOf, type Validators, validatorNamed } from "./validators.ts";

/** A request as it arrived. */
export interface IncomingRequest {
  /** In upper case, as `GET`. */
  method: string;
  /** The path and query of the request line, as `/v1/sms/send?x=1`. */
  target: string;
  headers: Headers;
  /** The raw body; empty when there is none. How large it may be is for the server to watch. */
  body: Uint8Array;
}

/** A request that the operation accepts. */
export interface ValidRequest {
  operationId: string;
  /** The path and query below the base URL, as `/sms/send`. */
  target: string;
  pathParameters: Record<string, string>;
  /** The query parameters of the document, as the types of their schemas and with their defaults. */
  query: Record<string, unknown>;
  /** The key that was sent; empty for an operation that needs none. */
  apiKey: string;
  /** The parsed body; `undefined` for an operation without one. */
  body: unknown;
}

/** Says whether a request is valid, and if not which of the API's errors answers it. */
export type RequestValidator = (request: IncomingRequest) => ValidRequest | Fault;

export interface RequestValidatorOptions {
  /**
   * Told of every key that has the right form, before anything after it is looked at, so that a server with
   * accounts can refuse the ones it does not know and count requests.
   */
  authorize?: (key: string) => Fault | undefined;
  /** Makes the faults, for a document without an error catalogue of its own. */
  fault?: MakeFault;
  /** Cleans what faults repeat, for a document that does not say what keys look like. */
  printable?: Printable;
}

interface OperationChecks {
  needsKey: boolean;
  pathParameters: { parameter: Parameter; validate: ValidateFunction }[];
  readQuery: ReadQuery;
  body: { mediaTypes: string[]; validate: ValidateFunction } | undefined;
}

/**
 * Makes the operations of the bundled document into one function. It checks in this order:
 * path, method, API key, parameters, content type and encoding, JSON, body. The first fault is the
 * answer, and the work is linear in the size of the request. A server that bounds the size of bodies
 * does so while it reads them, which is before all of this, and answers with `bodyTooLarge`.
 *
 * @throws Error with one line when the document lacks what the checks are made of.
 */
export function createRequestValidator(
  document: ApiDocument,
  validators: Validators,
  {
    authorize,
    fault = createMakeFault(document),
    printable = createPrintable(keyPrefixesOf(document)),
  }: RequestValidatorOptions = {},
): RequestValidator {
  const route = createRouter(document, fault);
  const checks = checksOf(document, validators, fault, printable);
  const hasKeys = [...checks.values()].some((operation) => operation.needsKey);
  const readKey = hasKeys ? createReadKey(document, fault) : () => "";
  const readJson = createReadJson(fault, printable);
  const bodyFault = createBodyFault(fault, printable);

  return ({ method, target, headers, body }) => {
    const queryAt = target.indexOf("?");
    const found = route(method, queryAt < 0 ? target : target.slice(0, queryAt));
    if ("code" in found) return found;
    const { operation, pathParameters } = found;
    const operationChecks = checks.get(operation.operationId);
    if (!operationChecks) throw new Error(`No checks for ${operation.operationId}.`);

    const apiKey = operationChecks.needsKey ? readKey(headers) : "";
    if (typeof apiKey !== "string") return apiKey;
    const early =
      (operationChecks.needsKey ? authorize?.(apiKey) : undefined) ??
      parameterFault(operationChecks, pathParameters, fault);
    if (early) return early;
    const query = queryAt < 0 ? "" : target.slice(queryAt + 1);
    const parameters = operationChecks.readQuery(query);
    if ("code" in parameters) return parameters;

    const valid: ValidRequest = {
      operationId: operation.operationId,
      target: query ? `${found.path}?${query}` : found.path,
      pathParameters,
      query: parameters.values,
      apiKey,
      body: undefined,
    };
    if (!operationChecks.body) return valid;
    const json = readJson(headers, body, operationChecks.body.mediaTypes);
    if ("code" in json) return json;
    const { validate } = operationChecks.body;
    if (validate(json.value)) {
      valid.body = json.value;
      return valid;
    }
    const error = tellingError(validate.errors ?? []);
    return error ? bodyFault(error) : fault("INVALID_REQUEST", "The body is not valid.");
  };
}

/**
 * The error to tell of. There are several where a value fits none of the alternatives that a schema gives: the
 * deepest is of the alternative that was meant.
 */
function tellingError(errors: ErrorObject[]): ErrorObject | undefined {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  return errors.reduce<ErrorObject | undefined>(
    (deepest, error) => (deepest && depth(deepest) >= depth(error) ? deepest : error),
    undefined,
  );
}

function checksOf(
  document: ApiDocument,
  validators: Validators,
  fault: MakeFault,
  printable: Printable,
): Map<string, OperationChecks> {
  return new Map(
    operationsOf(document).map((operation) => {
      const { operationId, parameters = [], requestBody } = operation;
      const checked = (place: string) =>
        parameters
          .filter((parameter) => parameter.in === place)
          .map((parameter) => ({
            parameter,
            validate: validatorNamed(
              validators,
              nameOf.parameter(operationId, place, parameter.name),
            ),
          }));
      return [
        operationId,
        {
          needsKey: needsKey(document, operation),
          pathParameters: checked("path"),
          readQuery: createReadQuery(checked("query"), fault, printable),
          body: requestBody && {
            mediaTypes: Object.keys(requestBody.content),
            validate: validatorNamed(validators, nameOf.body(operationId)),
          },
        },
      ];
    }),
  );
}

function parameterFault(
  { pathParameters }: OperationChecks,
  values: Record<string, string>,
  fault: MakeFault,
): Fault | undefined {
  for (const { parameter, validate } of pathParameters) {
    if (validate(values[parameter.name])) continue;
    const error = validate.errors?.[0];
    return fault(
      "INVALID_REQUEST",
      `The path parameter ${parameter.name} ${error ? requirement(error) : "is not valid"}.`,
    );
  }
  return undefined;
}

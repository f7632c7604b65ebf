import { type ApiDocument, operationsOf, type Parameter } from "@getclickmedia/sms-document";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { createKeyCheck, type Headers, keyPrefixesOf } from "./api-key.ts";
import { createReadJson } from "./body.ts";
import { createMakeFault, type Fault, type MakeFault } from "./fault.ts";
import { createPrintable, type Printable } from "./printable.ts";
import { createRouter } from "./router.ts";
import { createBodyFault, requirement } from "./schema-fault.ts";

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
  /** The parsed body; `undefined` for an operation without one. */
  body: unknown;
}

/** Says whether a request is valid, and if not which of the API's errors answers it. */
export type RequestValidator = (request: IncomingRequest) => ValidRequest | Fault;

interface OperationChecks {
  parameters: { parameter: Parameter; validate: ValidateFunction }[];
  queryNames: Set<string>;
  body: { mediaTypes: string[]; validate: ValidateFunction } | undefined;
}

/**
 * Compiles the operations of the bundled document into one function. It checks in this order:
 * path, method, API key, parameters, content type and encoding, JSON, body. The first fault is the
 * answer, and the work is linear in the size of the request. A server that bounds the size of bodies
 * does so while it reads them, which is before all of this, and answers with `bodyTooLarge`.
 *
 * @throws Error with one line when the document lacks what the checks are made of.
 */
export function createRequestValidator(document: ApiDocument): RequestValidator {
  const fault = createMakeFault(document);
  const printable = createPrintable(keyPrefixesOf(document));
  const route = createRouter(document, fault);
  const checkKey = createKeyCheck(document, fault);
  const readJson = createReadJson(fault, printable);
  const bodyFault = createBodyFault(fault, printable);
  const checks = compileOperations(document);

  return ({ method, target, headers, body }) => {
    const [path = "", query = ""] = splitOnce(target, "?");
    const found = route(method, path);
    if ("code" in found) return found;
    const { operation, pathParameters } = found;
    const operationChecks = checks.get(operation.operationId);
    if (!operationChecks) throw new Error(`No checks for ${operation.operationId}.`);
    const early =
      checkKey(headers) ??
      parameterFault(operationChecks, pathParameters, fault) ??
      queryFault(operationChecks, query, fault, printable);
    if (early) return early;
    const valid = {
      operationId: operation.operationId,
      target: query ? `${found.path}?${query}` : found.path,
      pathParameters,
      body: undefined,
    };
    if (!operationChecks.body) return valid;
    const json = readJson(headers, body, operationChecks.body.mediaTypes);
    if ("code" in json) return json;
    const { validate } = operationChecks.body;
    if (validate(json.value)) return { ...valid, body: json.value };
    const error = validate.errors?.[0];
    return error ? bodyFault(error) : fault("INVALID_REQUEST", "The body is not valid.");
  };
}

function compileOperations(document: ApiDocument): Map<string, OperationChecks> {
  // Errors carry their schema (`verbose`), which says what code and form a value has.
  const ajv = new Ajv2020({ strict: false, verbose: true });
  addFormats.default(ajv);
  return new Map(
    operationsOf(document).map(({ operationId, parameters = [], requestBody }) => {
      const named = (place: string) => parameters.filter((parameter) => parameter.in === place);
      const [schema] = Object.values(requestBody?.content ?? {}).map((content) => content.schema);
      return [
        operationId,
        {
          parameters: named("path").map((parameter) => ({
            parameter,
            validate: ajv.compile(parameter.schema),
          })),
          queryNames: new Set(named("query").map(({ name }) => name)),
          body:
            requestBody && schema
              ? { mediaTypes: Object.keys(requestBody.content), validate: ajv.compile(schema) }
              : undefined,
        },
      ];
    }),
  );
}

function parameterFault(
  checks: OperationChecks,
  values: Record<string, string>,
  fault: MakeFault,
): Fault | undefined {
  for (const { parameter, validate } of checks.parameters) {
    if (validate(values[parameter.name])) continue;
    const error = validate.errors?.[0];
    return fault(
      "INVALID_REQUEST",
      `The path parameter ${parameter.name} ${error ? requirement(error) : "is not valid"}.`,
    );
  }
  return undefined;
}

function queryFault(
  { queryNames }: OperationChecks,
  query: string,
  fault: MakeFault,
  printable: Printable,
): Fault | undefined {
  for (const name of new URLSearchParams(query).keys()) {
    if (queryNames.has(name)) continue;
    return fault(
      "INVALID_REQUEST",
      `The query parameter ${printable(name)} is not known. Remove it.`,
    );
  }
  return undefined;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

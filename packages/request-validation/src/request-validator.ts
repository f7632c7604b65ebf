import { type ApiDocument, operationsOf, type Parameter } from "@getclickmedia/sms-document";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { printable, readJson } from "./body.ts";
import { type Fault, fault } from "./fault.ts";
import { createRouter } from "./router.ts";
import { bodyFault, requirement } from "./schema-fault.ts";

/** A request as it arrived. */
export interface IncomingRequest {
  /** In upper case, as `GET`. */
  method: string;
  /** The path and query of the request line, as `/v1/sms/send?x=1`. */
  target: string;
  /** Header names in lower case. */
  headers: Record<string, string | string[] | undefined>;
  /** The raw body; empty when there is none. */
  body: Uint8Array;
}

/** A request that the operation accepts. */
export interface ValidRequest {
  operationId: string;
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
 * path, method, API key, parameters, content type, JSON, body. The first fault is the answer, and the
 * work is linear in the size of the request.
 */
export function createRequestValidator(document: ApiDocument): RequestValidator {
  const route = createRouter(document);
  const checkKey = keyCheck(document);
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
      parameterFault(operationChecks, pathParameters) ??
      queryFault(operationChecks, query);
    if (early) return early;
    const valid = { operationId: operation.operationId, pathParameters, body: undefined };
    if (!operationChecks.body) return valid;
    const json = readJson(single(headers["content-type"]), body, operationChecks.body.mediaTypes);
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

function keyCheck(
  document: ApiDocument,
): (headers: IncomingRequest["headers"]) => Fault | undefined {
  const [scheme] = Object.values(document.components.securitySchemes);
  if (!scheme) throw new Error("The document has no security scheme.");
  const header = scheme.name.toLowerCase();
  const prefixes = Object.keys(scheme["x-gcm-key-prefixes"]);
  const rule = `begins with ${prefixes.join(" or ")}`;
  return (headers) => {
    const key = single(headers[header]);
    if (!key) {
      return fault(
        "INVALID_API_KEY",
        `The ${header} header is missing. Send your key, which ${rule}, on every call.`,
      );
    }
    if (!prefixes.some((prefix) => key.startsWith(prefix) && key.length > prefix.length)) {
      return fault(
        "INVALID_API_KEY",
        `The ${header} header holds no key of this API. A key ${rule}.`,
      );
    }
    return undefined;
  };
}

function parameterFault(
  checks: OperationChecks,
  values: Record<string, string>,
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

function queryFault({ queryNames }: OperationChecks, query: string): Fault | undefined {
  for (const name of new URLSearchParams(query).keys()) {
    if (queryNames.has(name)) continue;
    return fault(
      "INVALID_REQUEST",
      `The query parameter ${printable(name)} is not known. Remove it.`,
    );
  }
  return undefined;
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

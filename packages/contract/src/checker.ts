import {
  type ApiDocument,
  type Body,
  errorCatalogue,
  type Header,
  type Response,
  type Schema,
} from "@getclickmedia/sms-document";
import { strictSchema } from "@getclickmedia/sms-strict-schema";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { differingValues } from "./differing-values.ts";

/** An HTTP message as it arrived. */
export interface Received {
  headers: Headers;
  body: Uint8Array;
}

/** What a message is compared with beside its schema. */
export interface Expectation {
  value: unknown;
  /** Whether values marked volatile must be equal too. */
  exact: boolean;
}

/** Checks messages against the document; every method returns the problems as sentences. */
export interface Checker {
  headers(response: Response, received: Received): string[];
  body(declared: Partial<Body>, received: Received, expected?: Expectation): string[];
  errorCode(status: string, received: Received): string[];
}

export function createChecker(document: ApiDocument): Checker {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // That of ajv-formats also takes a space for the T and an offset without a colon.
  ajv.addFormat("date-time", strictDateTime);
  const compiled = new Map<Schema, ValidateFunction>();
  const validatorOf = (schema: Schema) => {
    const known = compiled.get(schema) ?? ajv.compile(strictSchema(schema));
    compiled.set(schema, known);
    return known;
  };
  const problems = (schema: Schema, value: unknown, where: string) => {
    const validate = validatorOf(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${where}${instancePath} ${message}${detail(params)}`,
    );
  };

  return {
    headers: ({ headers = {} }, received) =>
      Object.entries(headers).flatMap(([name, header]) => {
        const value = received.headers.get(name);
        if (value === null) return header.required ? [`the header ${name} is missing`] : [];
        return problems(header.schema, typedHeader(header, value), `the header ${name}`);
      }),

    body: ({ content }, received, expected) => {
      if (!content)
        return received.body.length > 0 ? ["there is a body where none is documented"] : [];
      const contentType = received.headers.get("content-type") ?? "none";
      const [mediaType = "", ...parameters] = contentType.split(/\s*;\s*/);
      const declared = content[mediaType];
      if (!declared)
        return [`the content type is ${mediaType}, not ${Object.keys(content).join(" or ")}`];
      if (parameters.some((each) => !/^charset="?utf-8"?$/i.test(each))) {
        return [`the content type is ${contentType}, and JSON is UTF-8`];
      }
      const json = parseJson(received.body);
      if (!json) return ["the body is not valid JSON"];
      const invalid = problems(declared.schema, json.value, "the body");
      if (invalid.length > 0 || !expected) return invalid;
      return differingValues(declared.schema, expected.value, json.value, expected.exact).map(
        (pointer) => `the body differs from its example at ${pointer}`,
      );
    },

    errorCode: (status, received) => {
      const code = errorCodeOf(received);
      const known = errorCatalogue(document)[String(code)];
      if (!known) return [`the error code ${JSON.stringify(code)} is not in the catalogue`];
      const allowed = [known.status, ...(known.transportStatuses ?? [])];
      return allowed.includes(Number(status))
        ? []
        : [`the error code ${code} belongs to ${allowed.join(" or ")}, not to ${status}`];
    },
  };
}

const strictDateTime = {
  validate: (text: string) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
};

/** The `error.code` of an error body, if it has one. */
export function errorCodeOf(received: Received): unknown {
  const value = parseJson(received.body)?.value as
    | { error?: { code?: unknown } }
    | null
    | undefined;
  return value?.error?.code;
}

/** The JSON value of a body, unless it is none. */
export function parseJson(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return {
      value: JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)),
    };
  } catch {
    return undefined;
  }
}

function typedHeader({ schema }: Header, value: string): unknown {
  const isNumber = schema.type === "integer" || schema.type === "number";
  return isNumber && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function detail(params: Record<string, unknown>): string {
  const value = params.unevaluatedProperty ?? params.additionalProperty ?? params.allowedValues;
  return value === undefined ? "" : `: ${[value].flat().join(", ")}`;
}

import { type ApiDocument, type LocatedOperation, operationsOf } from "@getclickmedia/sms-document";
import { type Schema, strictSchema } from "@getclickmedia/sms-strict-schema";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** What was answered to a request. */
export interface CheckedAnswer {
  status: number;
  /** The media type; empty where there is no body. */
  mediaType: string;
  /** The parsed body; `undefined` where there is none. */
  body: unknown;
}

/** Throws where an answer is not as a document has it. */
export type AnswerCheck = (method: string, path: string, answer: CheckedAnswer) => void;

/** Statuses that HTTP itself, or the refusal of strangers, gives to any call. Their body is an error. */
const anywhere = new Set([403, 405, 408, 413, 415, 417, 431]);

/** Checks answers against the response of their operation, in which nothing undeclared may be. */
export function createAnswerCheck(document: ApiDocument): AnswerCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const compiled = new Map<unknown, ValidateFunction>();
  const validatorOf = (schema: Schema) => {
    const known = compiled.get(schema) ?? ajv.compile(strictSchema(schema));
    compiled.set(schema, known);
    return known;
  };
  const { Error: controlError, ErrorResponse: apiError } = document.components.schemas;
  const errorSchema = controlError ?? apiError ?? {};
  const routes = operationsOf(document).map((operation) => ({
    operation,
    pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, "[^/]+")}$`),
  }));

  return (method, path, { status, mediaType, body }) => {
    const name = `${method} ${path} ${status}`;
    const fail = (why: string): never => {
      throw new Error(`${name}: ${why}. It is ${JSON.stringify(body)?.slice(0, 500)}`);
    };
    const [bare = ""] = path.split("?", 1);
    const found = routes.find(
      ({ operation, pattern }) => operation.method === method && pattern.test(bare),
    );
    const { declared, schema } = schemaOf(found?.operation, status);
    const isUnknownPath = !found && status === 404;
    if (!declared && !anywhere.has(status) && !isUnknownPath)
      fail("the document has no such answer");
    const expected = declared ? schema : errorSchema;
    if (expected === undefined) {
      if (body !== undefined) fail("there is a body where none is documented");
      return;
    }
    if (mediaType !== "application/json") fail(`the media type is ${mediaType || "missing"}`);
    const validate = validatorOf(expected);
    if (!validate(body)) fail(ajv.errorsText(validate.errors, { dataVar: "the body" }));
  };
}

function schemaOf(operation: LocatedOperation | undefined, status: number) {
  const response = operation?.responses[String(status)];
  const [content] = Object.values(response?.content ?? {});
  return { declared: response !== undefined, schema: content?.schema };
}

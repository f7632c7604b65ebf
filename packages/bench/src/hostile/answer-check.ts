import {
  errorCatalogue,
  type LocatedOperation,
  type Response,
  type Schema,
} from "@getclickmedia/sms-document";
import { strictSchema } from "@getclickmedia/sms-strict-schema";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Answer } from "./answer.ts";
import { controlPath, type Documents } from "./documents.ts";
import { keyMark, textMark } from "./secrets.ts";

/** What is known of the request that an answer belongs to. */
export interface Asked {
  method: string;
  operation?: LocatedOperation | undefined;
}

/** Says what is wrong with an answer, if anything. */
export type AnswerCheck = (answer: Answer, asked: Asked) => string[];

/** How the sandbox words the errors that it was told to answer. */
const isAskedFor = (message: string) => /was told to answer so|always answered so/.test(message);

/**
 * Every answer is one that its document has: a success as the operation has it, and all else the API's error body,
 * with a code of the catalogue under a status of that code. None is a fault of the sandbox itself. No error and
 * nothing of the API itself shows a key or the text of a message.
 */
export function createAnswerCheck({ api }: Documents): AnswerCheck {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const compiled = new Map<Schema, ValidateFunction>();
  const schemaProblems = (schema: Schema, value: unknown): string[] => {
    const validate = compiled.get(schema) ?? ajv.compile(closed(schema));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
  const catalogue = errorCatalogue(api);
  const { ErrorResponse = {} } = api.components.schemas;

  const errorProblems = ({ status, body }: Answer): string[] => {
    const value = parsed(body);
    const invalid = schemaProblems(ErrorResponse, value);
    if (invalid.length > 0) return invalid;
    const { code, message } = (value as { error: { code: string; message: string } }).error;
    const known = catalogue[code];
    // The control API refuses strangers and conflicts under statuses of its own.
    const statuses = [known?.status, ...(known?.transportStatuses ?? []), 403, 409];
    return [
      ...(statuses.includes(status) ? [] : [`the code ${code} does not belong to ${status}`]),
      ...(status >= 500 && !isAskedFor(message) ? [`it is a fault: ${message}`] : []),
      ...(hasControlCharacters(message) ? ["its message has control characters"] : []),
    ];
  };

  const successProblems = (response: Response | undefined, { headers, body }: Answer) => {
    if (!response) return ["the status is not in the document"];
    const mediaType = headers["content-type"]?.split(";")[0] ?? "none";
    if (!response.content) return body.length > 0 ? ["there is a body, and should be none"] : [];
    const content = response.content[mediaType];
    return content
      ? schemaProblems(content.schema, parsed(body))
      : [`the content type ${mediaType} is not in the document`];
  };

  return (answer, { method, operation }) => {
    const { status, headers, body } = answer;
    const shown = body.toString("latin1");
    // The control API shows what is stored, and a run stores its marks everywhere.
    const mayShow = status < 400 && operation?.path.startsWith(controlPath);
    const leaks = [
      ...(shown.includes(keyMark) && !mayShow ? ["it shows a key"] : []),
      ...(shown.includes(textMark) && !mayShow ? ["it shows a text"] : []),
    ];
    if (method === "HEAD") return [...leaks, ...(body.length > 0 ? ["a HEAD has a body"] : [])];
    if (status >= 400) return [...leaks, ...errorProblems(answer)];
    if (status === 301)
      return headers.location?.startsWith("https://") ? leaks : ["it leads nowhere"];
    // A preflight, or a file of the page.
    if (!operation) return leaks;
    return [...leaks, ...successProblems(operation.responses[status], answer)];
  };
}

/** An object of which the document says nothing, as a document, is left open. */
function closed(schema: Schema): Schema {
  const isOpen = schema.type === "object" && schema.properties === undefined;
  return isOpen ? schema : strictSchema(schema);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function hasControlCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text);
}

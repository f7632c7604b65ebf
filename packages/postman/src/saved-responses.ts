import { STATUS_CODES } from "node:http";
import {
  type ApiDocument,
  type Example,
  examplesOf,
  type Response,
} from "@getclickmedia/sms-document";
import type { Field, Request, SavedResponse } from "./collection.ts";
import { describedOf, inOneLine } from "./described.ts";
import { type Call, exampleRequest } from "./example-request.ts";
import { stableId } from "./stable-id.ts";

/** Every answer that the document has for an operation, each with the request that it answers. */
export function savedResponses(document: ApiDocument, call: Call): SavedResponse[] {
  const { operationId, responses } = call.operation;
  return Object.entries(responses).flatMap(([status, response]) =>
    namedExamples(response).map(([name, example]) =>
      savedResponse({
        id: stableId("response", operationId, status, name ?? ""),
        status,
        response,
        example,
        originalRequest: exampleRequest(document, call, name, example?.["x-gcm-when"]),
      }),
    ),
  );
}

/** The examples of an answer; one without a name or value where it has no body. */
function namedExamples(response: Response): [name?: string, example?: Example][] {
  const examples = examplesOf(response);
  return examples.length > 0 ? examples : [[]];
}

export interface Answer {
  id: string;
  /** As the document writes it: `200`, `2XX`. */
  status: string;
  response: Response;
  example?: Example | undefined;
  originalRequest: Request;
}

export function savedResponse({
  id,
  status,
  response,
  example,
  originalRequest,
}: Answer): SavedResponse {
  const code = Number(status.replace(/XX$/i, "00"));
  const what = describedOf(example ?? {}).summary ?? describedOf(response).description ?? "";
  return {
    id,
    name: `${status} ${inOneLine(what)}`,
    originalRequest,
    status: STATUS_CODES[code] ?? "",
    code,
    header: [...contentType(response), ...documentedHeaders(response)],
    cookie: [],
    body: example === undefined ? "" : JSON.stringify(example.value, null, 2),
    _postman_previewlanguage: example === undefined ? "text" : "json",
  };
}

function contentType({ content = {} }: Response): Field[] {
  const [type] = Object.keys(content);
  return type === undefined ? [] : [{ key: "Content-Type", value: type }];
}

function documentedHeaders({ headers = {} }: Response): Field[] {
  return Object.entries(headers).flatMap(([key, { example }]) =>
    example === undefined ? [] : { key, value: String(example) },
  );
}

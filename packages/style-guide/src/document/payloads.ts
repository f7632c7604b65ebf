import type { Path } from "../finding.ts";
import operations, {
  isError,
  isSuccess,
  type Located,
  type Operation,
  responses,
} from "./operations.ts";
import { entries, isMapping, type Mapping } from "./value.ts";

/** One media type of a request body, a response or the body of a webhook. */
export interface Payload {
  kind: "request" | "success" | "error" | "webhook";
  /**
   * As messages name it: `request of POST /sms/send`, `200 response of POST /sms/send`, `429 response`.
   * Operations share their error responses, so a fault in one is the same fault in all of them.
   */
  name: string;
  operation: Operation;
  /** The HTTP status; empty for what is not a response. */
  status: string;
  media: Mapping;
  path: Path;
}

/** Everything in the description that has content. */
export default function payloads(api: unknown): Payload[] {
  return operations(api).flatMap((operation) => [
    ...requestPayloads(operation),
    ...responsePayloads(operation),
  ]);
}

export function requestPayloads(operation: Operation): Payload[] {
  const body = operation.node.requestBody;
  if (!isMapping(body)) return [];
  return mediaTypes({ node: body, path: [...operation.path, "requestBody"] }).map((media) => ({
    kind: operation.webhook ? "webhook" : "request",
    name: operation.webhook ? `body of ${operation.name}` : `request of ${operation.name}`,
    operation,
    status: "",
    ...media,
  }));
}

function responsePayloads(operation: Operation): Payload[] {
  return responses(operation).flatMap(({ status, ...response }) =>
    mediaTypes(response).map((media) => ({
      kind: isError(status) ? "error" : "success",
      name: isError(status) ? `${status} response` : `${status} response of ${operation.name}`,
      operation,
      status,
      ...media,
    })),
  );
}

/** The payloads of the 2xx responses of an operation. */
export function successPayloads(operation: Operation): Payload[] {
  return responsePayloads(operation).filter(({ status }) => isSuccess(status));
}

function mediaTypes({ node, path }: Located): { media: Mapping; path: Path }[] {
  return entries(node.content).flatMap(([type, media]) =>
    isMapping(media) ? { media, path: [...path, "content", type] } : [],
  );
}

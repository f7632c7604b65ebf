import { type ApiDocument, apiKeyScheme } from "@getclickmedia/sms-document";
import type { MockResponse } from "./prism.ts";

/** Lets pages of other origins, such as the documentation, read an answer. */
export function withCors(response: MockResponse): MockResponse {
  return {
    ...response,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "*",
      ...response.headers,
    },
  };
}

/** What a browser is told when it asks whether a page may make a call. */
export function preflightOf(document: ApiDocument): MockResponse {
  const keyHeader = apiKeyScheme(document).name.toLowerCase();
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": "*",
      "access-control-allow-headers": `content-type, prefer, ${keyHeader}`,
      "access-control-max-age": "600",
    },
    body: undefined,
  };
}

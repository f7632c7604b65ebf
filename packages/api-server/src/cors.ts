import { type ApiDocument, apiKeyScheme } from "@getclickmedia/sms-document";
import type { Answer } from "./answer.ts";

/** Lets pages of other origins, such as the documentation, read an answer. */
export const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "*",
};

/** What a browser is told when it asks whether a page may make a call. */
export function preflightOf(document: ApiDocument): Answer {
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

import { type Answer, answerWith, type ErrorExample } from "./answer.ts";

/** The content types that a body may have, and the answer to a body of another. */
export interface ContentTypes {
  accepted: string[];
  refusal: ErrorExample;
}

/** How the API refuses a body that is not declared as an accepted type, in UTF-8 and uncompressed. */
export function contentTypeRefusal(
  headers: Headers,
  { accepted, refusal }: ContentTypes,
): Answer | undefined {
  const contentType = headers.get("content-type")?.toLowerCase() ?? "";
  const [mediaType = ""] = contentType.split(";");
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/.exec(contentType)?.[1] ?? "utf-8";
  const encoding = headers.get("content-encoding")?.toLowerCase() || "identity";
  if (accepted.includes(mediaType.trim()) && charset === "utf-8" && encoding === "identity")
    return undefined;
  const wanted = accepted.join(" or ");
  return answerWith(
    refusal,
    `The body must be sent as ${wanted} in UTF-8, and uncompressed. Check the headers content-type and content-encoding.`,
  );
}

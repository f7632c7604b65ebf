// Checks, for every 429 response:
// - it declares the header Retry-After, and declares it as required
// - it declares the headers RateLimit and RateLimit-Policy
// Header names are compared without regard to case.
import operations, { headers, responses } from "../document/operations.ts";
import type { Finding } from "../finding.ts";

const HEADERS = [
  { name: "Retry-After", required: true },
  { name: "RateLimit", required: false },
  { name: "RateLimit-Policy", required: false },
];

export default function rateLimitHeaders(api: unknown): Finding[] {
  const refusals = operations(api).flatMap((operation) =>
    responses(operation).filter(({ status }) => status === "429"),
  );
  return refusals.flatMap((response) =>
    HEADERS.flatMap(({ name, required }) => {
      const header = headers(response).find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (header === undefined)
        return {
          message: `The 429 response has no ${name} header, so a client cannot know when to repeat the call. Add it.`,
          path: [...response.path, "headers"],
        };
      if (required && header.node.required !== true)
        return {
          message: `The ${name} header of the 429 response is optional. Say \`required: true\`.`,
          path: header.path,
        };
      return [];
    }),
  );
}

// Checks every entry of the catalogue of error codes:
// - `status` is an HTTP status from 400 to 599, and so is every item of `transportStatuses` if there are any
// - `description` (the cause) and `action` (what to do) are text
// - `retryable` is true or false
// - at least one response under its own `status` has an example with this code
import namedExamples from "../document/examples.ts";
import { firstErrorCatalogue } from "../document/open-lists.ts";
import payloads from "../document/payloads.ts";
import { at, isText } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function errorCatalogueComplete(api: unknown): Finding[] {
  const catalogue = firstErrorCatalogue(api);
  if (catalogue === undefined) return [];
  const shown = shownCodes(api);
  return [...catalogue.values].flatMap(([code, { facts, path }]) => [
    ...missingFacts(facts).map((fact) => ({
      message: `The error code ${code} has no valid ${fact}. Add it.`,
      path,
    })),
    ...(shown.has(`${String(at(facts, "status"))} ${code}`)
      ? []
      : [
          {
            message: `The error code ${code} has no example under its HTTP status. Add one to a response that can carry it.`,
            path,
          },
        ]),
  ]);
}

function missingFacts(facts: unknown): string[] {
  const transport = at(facts, "transportStatuses");
  const valid = {
    status: isErrorStatus(at(facts, "status")),
    transportStatuses:
      transport === undefined || (Array.isArray(transport) && transport.every(isErrorStatus)),
    description: isText(at(facts, "description")),
    retryable: typeof at(facts, "retryable") === "boolean",
    action: isText(at(facts, "action")),
  };
  return Object.entries(valid).flatMap(([fact, isValid]) => (isValid ? [] : fact));
}

function isErrorStatus(status: unknown): boolean {
  return Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599;
}

/** `status code` of every error example. */
function shownCodes(api: unknown): Set<string> {
  return new Set(
    payloads(api)
      .filter(({ kind }) => kind === "error")
      .flatMap(({ status, media, path }) =>
        namedExamples(media, path).map(
          ({ node }) => `${status} ${String(at(node.value, "error", "code"))}`,
        ),
      ),
  );
}

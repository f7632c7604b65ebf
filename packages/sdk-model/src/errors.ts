import { type ApiDocument, errorCatalogue } from "@getclickmedia/sms-document";
import type { ErrorModel } from "./model.ts";

/** The error codes of the catalogue. */
export function readErrors(document: ApiDocument): ErrorModel[] {
  const catalogue = errorCatalogue(document) as Record<string, CatalogueEntry>;
  const errors = Object.entries(catalogue).map(([code, { transportStatuses = [], ...entry }]) => ({
    code,
    className: errorClassName(code),
    transportStatuses,
    ...entry,
  }));
  if (errors.length === 0)
    throw new Error("The document has no error codes in ErrorCode. Add them to spec/.");
  return errors;
}

interface CatalogueEntry {
  status: number;
  transportStatuses?: number[];
  retryable: boolean;
  description: string;
  action: string;
}

/** The class of `RATE_LIMIT_EXCEEDED` is `RateLimitExceededError`, and of `GATEWAY_ERROR` `GatewayError`. */
export function errorClassName(code: string): string {
  const words = `${code.replace(/_ERROR$/, "")}_ERROR`.toLowerCase();
  return words.replace(/(^|_)./g, (start) => start.slice(-1).toUpperCase());
}

import { type ApiDocument, errorCatalogue } from "@getclickmedia/sms-document";
import type { ErrorCode } from "@getclickmedia/sms-types";

/** One of the API's own errors, as the answer to a request that is not accepted. */
export interface Fault {
  /** HTTP status of the answer. */
  status: number;
  code: ErrorCode;
  /** What is wrong, where, and what to do. It names fields and never repeats their values. */
  message: string;
  /** Headers that the answer needs beside its body. */
  headers?: Record<string, string>;
}

/** Makes a fault of a documented code, under the code's own HTTP status unless another is given. */
export type MakeFault = (
  code: ErrorCode,
  message: string,
  more?: { status?: number; headers?: Record<string, string> },
) => Fault;

/** What faults are made of besides the codes that schemas name with `x-gcm-error-code`. */
const ownCodes: ErrorCode[] = [
  "MISSING_FIELD",
  "INVALID_REQUEST",
  "INVALID_API_KEY",
  "NOT_FOUND",
  "GATEWAY_ERROR",
];

/**
 * Reads the HTTP status of each error code from the document.
 * @throws Error with one line when the document lacks a code that faults are made of.
 */
export function createMakeFault(document: ApiDocument): MakeFault {
  const catalogue = errorCatalogue(document);
  const statusOf = (code: ErrorCode) => {
    const known = catalogue[code];
    if (!known) throw new Error(`The document has no error code ${code}.`);
    return known.status;
  };
  for (const code of ownCodes) statusOf(code);
  return (code, message, more = {}) => ({ status: statusOf(code), code, message, ...more });
}

import { type ErrorCode, errorCodes } from "@getclickmedia/sms-types";

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
export function fault(
  code: ErrorCode,
  message: string,
  more: { status?: number; headers?: Record<string, string> } = {},
): Fault {
  return { status: errorCodes[code].status, code, message, ...more };
}

import type { Bundle, ErrorCodeEntry } from "./bundle.ts";
import { docComment } from "./doc-comment.ts";
import { header } from "./header.ts";

/** `RATE_LIMIT_EXCEEDED` is thrown as `RateLimitExceededError`, and `GATEWAY_ERROR` as `GatewayError`. */
export function errorClassName(code: string): string {
  const words = code.replace(/_ERROR$/, "").split("_");
  return `${words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join("")}Error`;
}

/** Writes one error class per code of the catalogue. */
export function errorClasses({ errorCodes }: Bundle): string {
  const classes = Object.entries(errorCodes).map(([code, entry]) => errorClass(code, entry));
  return `${header}import { SmsError } from "../errors.ts";

${classes.join("\n")}`;
}

/** Writes what the client does with each code. */
export function errorTable({ errorCodes }: Bundle): string {
  const codes = Object.keys(errorCodes);
  const retryable = codes.filter((code) => errorCodes[code]?.retryable);
  // Codes come from outside: in an object without a prototype none of them names a method.
  return `${header}import type { SmsError } from "../errors.ts";
import * as errors from "./errors.ts";

/** The class of each documented code. */
export const errorClasses: Readonly<Record<string, typeof SmsError>> = {
  __proto__: null as never,
${codes.map((code) => `  ${code}: errors.${errorClassName(code)},`).join("\n")}
};

/** The codes with which nothing was accepted and the call may be repeated, each with its status. */
export const retryableCodes: Readonly<Record<string, number>> = {
  __proto__: null as never,
${retryable.map((code) => `  ${code}: ${errorCodes[code]?.status},`).join("\n")}
};
`;
}

function errorClass(code: string, { status, transportStatuses, ...entry }: ErrorCodeEntry): string {
  const name = errorClassName(code);
  const statuses = [status, ...(transportStatuses ?? [])].join(", ");
  return `${docComment([`\`${code}\` (${statuses}): ${entry.description}`, entry.action])}
export class ${name} extends SmsError {
  static {
    ${name}.prototype.name = "${name}";
  }
}
`;
}

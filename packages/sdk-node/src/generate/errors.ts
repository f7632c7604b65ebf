import { errorClassName } from "../errors.ts";
import type { Bundle, ErrorCodeEntry } from "./bundle.ts";
import { docComment } from "./doc-comment.ts";
import { header } from "./header.ts";

/** Writes one error class per code of the catalogue. */
export function errorClasses({ errorCodes }: Bundle): string {
  const classes = Object.entries(errorCodes).map(([code, entry]) => errorClass(code, entry));
  return `${header}import { nameAfter, SmsError } from "../errors.ts";

${classes.join("\n")}`;
}

/** Writes which codes a call may be repeated after. */
export function retryableCodes({ errorCodes }: Bundle): string {
  const retryable = Object.entries(errorCodes).filter(([, entry]) => entry.retryable);
  // Codes come from outside: in an object without a prototype none of them names a method.
  return `${header}/** The codes with which nothing was accepted and the call may be repeated, each with its status. */
export const retryableCodes: Readonly<Record<string, number>> = {
  __proto__: null as never,
${retryable.map(([code, { status }]) => `  ${code}: ${status},`).join("\n")}
};
`;
}

function errorClass(code: string, { status, transportStatuses, ...entry }: ErrorCodeEntry): string {
  const name = errorClassName(code);
  const statuses = [status, ...(transportStatuses ?? [])].join(", ");
  return `${docComment([`\`${code}\` (${statuses}): ${entry.description}`, entry.action])}
export class ${name} extends SmsError {
  static {
    nameAfter("${code}", ${name});
  }
}
`;
}

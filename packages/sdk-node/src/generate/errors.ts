import type { ErrorModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { docComment } from "./doc-comment.ts";
import { header } from "./header.ts";

/** Writes one error class per code of the catalogue. */
export function errorClasses({ errors }: SdkModel): string {
  return `${header}import { nameAfter, SmsError } from "../errors.ts";

${errors.map(errorClass).join("\n")}`;
}

/** Writes which codes a call may be repeated after. */
export function retryableCodes({ errors }: SdkModel): string {
  const retryable = errors.filter((error) => error.retryable);
  // Codes come from outside: in an object without a prototype none of them names a method.
  return `${header}/** The codes with which nothing was accepted and the call may be repeated, each with its status. */
export const retryableCodes: Readonly<Record<string, number>> = {
  __proto__: null as never,
${retryable.map(({ code, status }) => `  ${code}: ${status},`).join("\n")}
};
`;
}

function errorClass({ code, className, status, transportStatuses, ...error }: ErrorModel): string {
  const statuses = [status, ...transportStatuses].join(", ");
  return `${docComment([`\`${code}\` (${statuses}): ${error.description}`, error.action])}
export class ${className} extends SmsError {
  static {
    nameAfter("${code}", ${className});
  }
}
`;
}

import type { ErrorModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { docComment } from "./doc-comment.ts";
import { phpFile } from "./header.ts";
import { exceptionName } from "./names.ts";

/** Writes one exception class for each code of the catalogue. */
export function exceptions({ errors }: SdkModel): Record<string, string> {
  return Object.fromEntries(
    errors.map((error) => [
      `src/Exception/Api/${exceptionName(error.className)}.php`,
      phpFile("Exception\\Api", ["Exception\\SmsException"], declaration(error)),
    ]),
  );
}

function declaration({ code, className, status, transportStatuses, ...error }: ErrorModel): string {
  const statuses = [status, ...transportStatuses].join(", ");
  return `${docComment([`\`${code}\` (${statuses}): ${error.description}`, error.action])}
final class ${exceptionName(className)} extends SmsException
{
}
`;
}

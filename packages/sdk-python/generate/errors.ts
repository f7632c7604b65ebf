import type { ErrorModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";
import type { Prose } from "./prose.ts";
import { pythonText } from "./python-literal.ts";

/** Writes one error class per code of the catalogue, and which codes a call may be repeated after. */
export function errorClasses({ errors }: SdkModel, prose: Prose): string {
  const names = errors.map(({ className }) => `    "${className}",\n`).toSorted();
  const classes = errors.map(({ code, className }) => `    ${pythonText(code)}: ${className},\n`);
  const retryable = errors
    .filter((error) => error.retryable)
    .map(({ code, status }) => `    ${pythonText(code)}: ${status},\n`);
  return `${header("One class for each error code of the API.")}
from .._errors import SmsError

__all__ = [
${names.join("")}]


${errors.map((error) => errorClass(error, prose)).join("\n\n")}

ERROR_CLASSES: dict[str, type[SmsError]] = {
${classes.join("")}}
"""The class of each documented code."""

RETRYABLE_CODES: dict[str, int] = {
${retryable.join("")}}
"""The codes with which nothing was accepted and the call may be repeated, each with its status."""
`;
}

function errorClass(error: ErrorModel, prose: Prose): string {
  const statuses = [error.status, ...error.transportStatuses].join(", ");
  const paragraphs = [`\`${error.code}\` (${statuses}): ${error.description}`, error.action];
  return `class ${error.className}(SmsError):
${prose.docstring(paragraphs, "    ")}
`;
}

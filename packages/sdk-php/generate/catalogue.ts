import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import manifest from "../package.json" with { type: "json" };
import { docComment } from "./doc-comment.ts";
import { phpFile } from "./header.ts";
import { literal } from "./literal.ts";
import { exceptionName } from "./names.ts";

/** Writes the facts that the SDK rests on, without the prose that the document has around them. */
export function catalogue(model: SdkModel): string {
  const { errors, events } = model;
  const retryable = errors.filter((error) => error.retryable);
  const constants: [name: string, comment: string, value: string][] = [
    ["VERSION", "The version of this SDK.", literal(manifest.version)],
    ["BASE_URL", "Where the API is, for live and for test keys.", literal(model.baseUrl)],
    ["KEY_HEADER", "The header that carries the key.", literal(model.keyHeader)],
    [
      "ENVIRONMENTS",
      "What an API key begins with, and the environment that it opens.",
      literal(model.environments, "    "),
    ],
    ["PHONE_NUMBER", "The form of a phone number.", literal(pattern(model.phoneNumberPattern))],
    [
      "FINAL_STATUSES",
      "The statuses after which a message no longer changes.",
      literal(model.finalStatuses, "    "),
    ],
    [
      "RECIPIENTS_PER_REQUEST",
      "How many recipients one request may hold on each plan, the smallest first.",
      literal(model.recipientsPerRequest, "    "),
    ],
    [
      "RETRYABLE_CODES",
      "The codes with which nothing was accepted and the call may be repeated, each with its status.",
      literal(Object.fromEntries(retryable.map(({ code, status }) => [code, status])), "    "),
    ],
    [
      "EXCEPTIONS",
      "The exception of each documented code.",
      classes(
        errors.map(({ code, className }) => [code, `Api\\${exceptionName(className)}`] as const),
      ),
    ],
    [
      "EVENTS",
      "The class of each event.",
      classes(events.map(({ name, object }) => [name, `Event\\${object}`] as const)),
    ],
    [
      "SIGNATURE_HEADER",
      "The header that carries the signature of a webhook.",
      literal(model.signature.header),
    ],
    ["SIGNATURE_FORM", "The form of a signature.", literal(pattern(model.signature.pattern))],
    [
      "TIMESTAMP_FIELDS",
      "The fields of events that say when the message reached a status.",
      literal(model.timestampFields, "    "),
    ],
  ];
  const lines = constants.map(
    ([name, comment, value]) =>
      `${docComment([comment], "    ")}\n    public const ${name} = ${value};`,
  );
  return phpFile(
    "Generated",
    ["Event", "Exception\\Api"],
    `/**
 * The facts of the API that the SDK rests on.
 *
 * @internal
 */
final class Catalogue
{
${lines.join("\n\n")}
}
`,
  );
}

/** A regular expression as PHP takes it. There \`$\` would match before a last line break too. */
function pattern(source: string): string {
  return `~${source.replaceAll("~", "\\~")}~Du`;
}

function classes(entries: (readonly [name: string, className: string])[]): string {
  const lines = entries.map(
    ([name, className]) => `        ${literal(name)} => ${className}::class,\n`,
  );
  return `[\n${lines.join("")}    ]`;
}

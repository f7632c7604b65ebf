import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { docComment } from "./doc-comment.ts";
import { phpFile } from "./header.ts";
import { literal } from "./literal.ts";

/** Writes the examples that the fake API answers with, and the rules by which it checks requests. */
export function examples({ fake }: SdkModel): string {
  const constants: [name: string, comment: string, value: object, type?: string][] = [
    ["ANSWERS", "What each operation answers first in the documentation.", fake.answers],
    ["STATUSES", "A message of each status.", fake.statuses],
    [
      "ERRORS",
      "The errors that each operation is documented with.",
      fake.errors,
      "array<string, array<string, ErrorExample>>",
    ],
    [
      "RULES",
      "The rules for the body of each operation, and for the ids in its path.",
      fake.rules,
      "array<string, array{body?: Rule, path: array<string, Rule>}>",
    ],
    ["EVENTS", "A delivery receipt of each event.", fake.events],
  ];
  const lines = constants.map(
    ([name, comment, value, type]) =>
      `${docComment([comment, type ? `@var ${type}` : ""], "    ")}
    public const ${name} = ${literal(value, "    ")};`,
  );
  return phpFile(
    "Generated",
    ["Internal\\Fake\\Rules"],
    `/**
 * What the fake API for tests answers with and checks requests by.
 *
 * @internal
 *
 * @phpstan-import-type Rule from Rules
 * @phpstan-type ErrorExample array{
 *     status: int,
 *     headers?: array<string, string>,
 *     body: array{error: array{code: string, message: string, requestId: string}},
 * }
 */
final class Examples
{
${lines.join("\n\n")}
}
`,
  );
}

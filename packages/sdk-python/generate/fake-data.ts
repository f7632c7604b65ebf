import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";
import { pythonLiteral } from "./python-literal.ts";

/** Writes what the fake API answers with, and the rules by which it checks requests. */
export function fakeData({ fake }: SdkModel): string {
  const tables: [name: string, type: string, value: object, comment: string][] = [
    [
      "ANSWERS",
      "dict[str, Any]",
      fake.answers,
      "What each operation answers first in the documentation.",
    ],
    ["STATUSES", "dict[str, Any]", fake.statuses, "A message of each status."],
    [
      "ERRORS",
      "dict[str, dict[str, Any]]",
      fake.errors,
      "The errors that each operation is documented with, by their code.",
    ],
    [
      "CONTENT_TYPES",
      "dict[str, Any]",
      fake.contentTypes,
      "The content types that a body may have, and what answers another one.",
    ],
    [
      "RULES",
      "dict[str, Any]",
      fake.rules,
      "The rules for the body of each operation, and for the ids in its path.",
    ],
    ["EVENTS", "dict[str, Any]", fake.events, "A delivery receipt of each event."],
  ];
  return `${header("What the fake API for tests answers, and what it refuses.")}
from typing import Any

${tables
  .map(
    ([name, type, value, comment]) =>
      `${name}: ${type} = ${pythonLiteral(value)}\n"""${comment}"""\n`,
  )
  .join("\n")}`;
}

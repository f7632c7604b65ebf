import { readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { errorClasses } from "./errors.ts";
import { Prose } from "./prose.ts";

test("a code has a class that says what to do, and its status where it may be repeated", async () => {
  const model = readModel(await readDocument());
  model.errors = [
    {
      code: "TEAPOT",
      className: "TeapotError",
      status: 418,
      transportStatuses: [419],
      retryable: true,
      description: "It is a teapot.",
      action: "Pour.",
    },
  ];
  expect(
    errorClasses(model, new Prose(model)),
  ).toBe(`# Generated from spec/ by \`pnpm generate\`. Do not edit.

"""One class for each error code of the API."""

from .._errors import SmsError

__all__ = [
    "TeapotError",
]


class TeapotError(SmsError):
    """\`TEAPOT\` (418, 419): It is a teapot.

    Pour.
    """


ERROR_CLASSES: dict[str, type[SmsError]] = {
    "TEAPOT": TeapotError,
}
"""The class of each documented code."""

RETRYABLE_CODES: dict[str, int] = {
    "TEAPOT": 418,
}
"""The codes with which nothing was accepted and the call may be repeated, each with its status."""
`);
});

import type { EnumModel, ObjectModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { dataclasses } from "./objects.ts";
import { Prose } from "./prose.ts";

const always = { required: true, nullable: false };
const objects: ObjectModel[] = [
  {
    name: "Part",
    description: "A part.",
    fields: [{ name: "sentAt", type: { kind: "dateTime" }, ...always, description: "When." }],
  },
  {
    name: "Whole",
    description: "All parts.",
    fields: [
      { name: "kind", type: { kind: "constant", value: "whole" }, ...always, description: "What." },
      { name: "plan", type: { kind: "enum", name: "Plan" }, ...always, description: "Which." },
      {
        name: "allParts",
        type: { kind: "list", items: { kind: "object", name: "Part" } },
        required: false,
        nullable: false,
        description: "Each part of `allParts`.",
      },
    ],
  },
];
const enums = [{ name: "Plan" }, { name: "Other" }] as EnumModel[];

test("objects become dataclasses, with no import that they do not need", () => {
  const prose = new Prose({ operations: [], objects });
  expect(
    dataclasses(objects, "Answer", enums, prose),
  ).toBe(`from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .._document import Answer, json_field, read_datetime, read_list, read_object
from .enums import Plan


@dataclass(frozen=True, kw_only=True)
class Part(Answer):
    """A part."""

    sent_at: datetime = field(metadata=json_field("sentAt", read_datetime))
    """When."""


@dataclass(frozen=True, kw_only=True)
class Whole(Answer):
    """All parts."""

    kind: Literal["whole"] = field(default="whole", metadata=json_field("kind"))
    """What."""

    plan: Plan = field(metadata=json_field("plan"))
    """Which."""

    all_parts: list[Part] | None = field(
        default=None, metadata=json_field("allParts", read_list(read_object(Part)))
    )
    """Each part of \`all_parts\`."""
`);
});

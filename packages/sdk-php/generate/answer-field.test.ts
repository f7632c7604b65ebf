import type { FieldModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { property } from "./answer-field.ts";

const status = {
  name: "MessageStatus",
  description: "",
  open: true,
  values: [{ value: "queued", description: "" }],
};

function written(field: Partial<FieldModel>): string {
  const { declaration, assignment } = property(
    {
      name: "x",
      type: { kind: "string" },
      required: true,
      nullable: false,
      description: "",
      ...field,
    },
    [status],
  );
  return `${declaration.split("\n").at(-1)?.trim()} ${assignment.trim()}`;
}

test.each<[Partial<FieldModel>, string]>([
  [{}, "public string $x; $this->x = Field::text($raw, 'x');"],
  [{ required: false }, "public ?string $x; $this->x = Field::textOrNull($raw, 'x');"],
  [{ nullable: true }, "public ?string $x; $this->x = Field::textOrNull($raw, 'x');"],
  [{ type: { kind: "integer" } }, "public int $x; $this->x = Field::whole($raw, 'x');"],
  [{ type: { kind: "number" } }, "public float $x; $this->x = Field::number($raw, 'x');"],
  [{ type: { kind: "boolean" } }, "public bool $x; $this->x = Field::flag($raw, 'x');"],
  [
    { type: { kind: "dateTime" } },
    "public ?\\DateTimeImmutable $x; $this->x = Field::moment($raw, 'x');",
  ],
  [
    { type: { kind: "enum", name: "Plan" }, required: false },
    "public Plan|string|null $x; $this->x = Field::enumOrNull($raw, 'x', Plan::class);",
  ],
  [
    { type: { kind: "constant", value: "queued" } },
    "public MessageStatus|string $x; $this->x = Field::enum($raw, 'x', MessageStatus::class);",
  ],
  [
    { type: { kind: "constant", value: "other" } },
    "public string $x; $this->x = Field::text($raw, 'x');",
  ],
  [
    { type: { kind: "constant", value: true } },
    "public bool $x; $this->x = Field::flag($raw, 'x');",
  ],
  [
    { type: { kind: "list", items: { kind: "string" } } },
    "public array $x; $this->x = Field::texts($raw, 'x');",
  ],
])("a field %j", (field, expected) => {
  expect(written(field)).toBe(expected);
});

test("a type that is not known yet is told with the field", () => {
  expect(() => written({ type: { kind: "object", name: "Cost" } })).toThrow("x is of a type");
});

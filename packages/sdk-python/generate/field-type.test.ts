import type { FieldModel, FieldType } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { readerOf, typeOf, typeOfArgument, typeOfField } from "./field-type.ts";

test.each<[FieldType, string, string | undefined]>([
  [{ kind: "string" }, "str", undefined],
  [{ kind: "integer" }, "int", "read_integer"],
  [{ kind: "number" }, "float", undefined],
  [{ kind: "boolean" }, "bool", undefined],
  [{ kind: "dateTime" }, "datetime", "read_datetime"],
  [{ kind: "date" }, "date", "read_date"],
  [{ kind: "constant", value: true }, "Literal[True]", undefined],
  [{ kind: "constant", value: "sms.queued" }, 'Literal["sms.queued"]', undefined],
  [{ kind: "enum", name: "Plan" }, "Plan", undefined],
  [{ kind: "object", name: "Part" }, "Part", "read_object(Part)"],
  [{ kind: "list", items: { kind: "string" } }, "list[str]", undefined],
  [
    { kind: "list", items: { kind: "object", name: "Part" } },
    "list[Part]",
    "read_list(read_object(Part))",
  ],
])("%o is %s", (type, written, reader) => {
  expect(typeOf(type)).toBe(written);
  expect(readerOf(type)).toBe(reader);
});

test("what may be missing or null may be None", () => {
  const field: FieldModel = {
    name: "at",
    type: { kind: "dateTime" },
    required: true,
    nullable: false,
    description: "",
  };
  expect(typeOfField(field)).toBe("datetime");
  expect(typeOfField({ ...field, nullable: true })).toBe("datetime | None");
  expect(typeOfField({ ...field, required: false })).toBe("datetime | None");
  expect(typeOfArgument(field)).toBe("datetime | str");
  expect(typeOfArgument({ ...field, required: false })).toBe("datetime | str | None");
});

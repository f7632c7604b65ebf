import type { FieldModel, FieldType } from "@getclickmedia/sms-sdk-model";
import { pythonLiteral } from "./python-literal.ts";

const plain: Record<string, string> = {
  string: "str",
  integer: "int",
  number: "float",
  boolean: "bool",
  dateTime: "datetime",
  date: "date",
};

/** The type that a field of an answer or event has. */
export function typeOf(type: FieldType): string {
  switch (type.kind) {
    case "constant":
      return `Literal[${pythonLiteral(type.value)}]`;
    case "enum":
    case "object":
      return type.name;
    case "list":
      return `list[${typeOf(type.items)}]`;
    default:
      return plain[type.kind] ?? "object";
  }
}

/** The type of a field that may be missing or null: it is \`None\` then. */
export function typeOfField({ type, required, nullable }: FieldModel): string {
  return required && !nullable ? typeOf(type) : `${typeOf(type)} | None`;
}

/** The type in which a request takes a field. A moment may be given as it is written, too. */
export function typeOfArgument({ type, required }: FieldModel): string {
  const taken = type.kind === "dateTime" ? "datetime | str" : typeOf(type);
  return required ? taken : `${taken} | None`;
}

/** The function that makes the value of a field of what the JSON has, unless that is the value itself. */
export function readerOf(type: FieldType): string | undefined {
  switch (type.kind) {
    case "integer":
      return "read_integer";
    case "dateTime":
      return "read_datetime";
    case "date":
      return "read_date";
    case "object":
      return `read_object(${type.name})`;
    case "list": {
      const items = readerOf(type.items);
      return items && `read_list(${items})`;
    }
    default:
      return undefined;
  }
}

/** The names among these that any of the types speaks of. */
export function namesIn(types: string[], names: string[]): string[] {
  return names.filter((name) => types.some((type) => new RegExp(`\\b${name}\\b`).test(type)));
}

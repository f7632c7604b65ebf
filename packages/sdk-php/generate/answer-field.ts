import type { EnumModel, FieldModel } from "@getclickmedia/sms-sdk-model";
import { docComment, flowing } from "./doc-comment.ts";

/** A property of an answer or an event: how it is declared, and how it is read from the JSON. */
export interface Property {
  declaration: string;
  assignment: string;
  uses: string[];
}

/**
 * Writes the property of a field. What may be missing or `null` is nullable, and so is every date: one that
 * cannot be read must not make a call fail that went well.
 * @throws Error that names a field whose type the emitter does not know yet.
 */
export function property(
  { name, type, required, nullable, description }: FieldModel,
  enums: EnumModel[],
): Property {
  const optional = !required || nullable;
  const read = (reader: string) => `Field::${reader}${optional ? "OrNull" : ""}($raw, '${name}')`;
  const typed = (php: string, value: string, uses: string[] = [], tag = "") => ({
    declaration: `${docComment([...flowing(description), tag], "    ")}
    public ${php} $${name};`,
    assignment: `        $this->${name} = ${value};`,
    uses,
  });
  const plain = (php: string, reader: string) => typed((optional ? "?" : "") + php, read(reader));
  const enumerated = (enumName: string) =>
    typed(
      `${enumName}|string${optional ? "|null" : ""}`,
      `Field::enum${optional ? "OrNull" : ""}($raw, '${name}', ${enumName}::class)`,
      [`Enum\\${enumName}`],
    );
  switch (type.kind) {
    case "string":
      return plain("string", "text");
    case "integer":
      return plain("int", "whole");
    case "number":
      return plain("float", "number");
    case "boolean":
      return plain("bool", "flag");
    case "dateTime":
    case "date":
      return typed("?\\DateTimeImmutable", `Field::moment($raw, '${name}')`);
    case "enum":
      return enumerated(type.name);
    case "constant": {
      if (typeof type.value === "boolean") return plain("bool", "flag");
      const { value } = type;
      const of = enums.find(({ values }) => values.some((each) => each.value === value));
      return of ? enumerated(of.name) : plain("string", "text");
    }
    case "list":
      if (type.items.kind === "string")
        return typed("array", `Field::texts($raw, '${name}')`, [], "@var list<string>");
  }
  throw new Error(
    `${name} is of a type that answers cannot have yet: teach it in answer-field.ts.`,
  );
}

import type { EnumModel, FieldModel, ObjectModel } from "@getclickmedia/sms-sdk-model";
import { namesIn, readerOf, typeOfField } from "./field-type.ts";
import type { Prose } from "./prose.ts";
import { pythonLiteral, pythonText } from "./python-literal.ts";
import { checkNames, pythonName } from "./python-name.ts";

/** What a module has besides its dataclasses. */
interface Surroundings {
  /** More names that it needs of `typing`. */
  typing?: string[];
  /** What is exported, where that is said. */
  exported?: string[];
}

/** Writes objects as dataclasses, with the imports that they need. */
export function dataclasses(
  objects: ObjectModel[],
  base: string,
  enums: EnumModel[],
  prose: Prose,
  { typing = [], exported }: Surroundings = {},
): string {
  const fields = objects.flatMap((object) => object.fields);
  const types = fields.map(typeOfField);
  const readers = fields.map(({ type }) => readerOf(type) ?? "");
  const known = namesIn(
    types,
    enums.map(({ name }) => name),
  );
  const moments = namesIn(types, ["date", "datetime"]);
  const typed = [...namesIn(types, ["Literal"]), ...typing];
  const reading = namesIn(readers, [
    "read_date",
    "read_datetime",
    "read_integer",
    "read_list",
    "read_object",
  ]);
  const imports = [
    "from dataclasses import dataclass, field\n",
    ...(moments.length > 0 ? [`from datetime import ${moments.join(", ")}\n`] : []),
    ...(typed.length > 0 ? [`from typing import ${typed.join(", ")}\n`] : []),
    "\n",
    `from .._document import ${[base, "json_field", ...reading].join(", ")}\n`,
    ...(known.length > 0 ? [`from .enums import ${known.toSorted().join(", ")}\n`] : []),
  ];
  const all = exported
    ? `\n__all__ = [\n${exported.map((name) => `    "${name}",\n`).join("")}]\n`
    : "";
  return `${imports.join("")}${all}\n\n${objects.map((each) => dataclass(each, base, prose)).join("\n\n")}`;
}

function dataclass({ name, description, fields }: ObjectModel, base: string, prose: Prose): string {
  checkNames(
    name,
    fields.map((each) => each.name),
  );
  return `@dataclass(frozen=True, kw_only=True)
class ${name}(${base}):
${prose.docstring([description], "    ")}

${fields.map((each) => fieldOf(each, prose)).join("\n")}`;
}

function fieldOf(field: FieldModel, prose: Prose): string {
  const reader = readerOf(field.type);
  const metadata = `json_field(${[pythonText(field.name), ...(reader ? [reader] : [])].join(", ")})`;
  const initial =
    field.type.kind === "constant"
      ? `default=${pythonLiteral(field.type.value)}, `
      : field.required
        ? ""
        : "default=None, ";
  const declared = `    ${pythonName(field.name)}: ${typeOfField(field)} = field(`;
  const given = `${initial}metadata=${metadata}`;
  const fits = `${declared}${given})`.length <= 100;
  return `${declared}${fits ? given : `\n        ${given}\n    `})
${prose.docstring([field.description], "    ")}
`;
}

import type { EnumModel } from "@getclickmedia/sms-sdk-model";
import { header } from "./header.ts";
import type { Prose } from "./prose.ts";
import { pythonText } from "./python-literal.ts";

/** Writes each enumeration as a type. One that may grow is a text, of which the known values are listed. */
export function enumTypes(enums: EnumModel[], prose: Prose): string {
  const types = enums.map((each) => enumType(each, prose)).join("\n");
  return `${header("What some fields can be.")}
from typing import Literal, TypeAlias

__all__ = [
${enums
  .map(({ name }) => `    "${name}",\n`)
  .toSorted()
  .join("")}]

${types}`;
}

function enumType({ name, description, open, values }: EnumModel, prose: Prose): string {
  const known = `Literal[${values.map(({ value }) => pythonText(value)).join(", ")}]`;
  const meanings = values.map(
    (each) => `- \`${each.value}\`: ${each.description.replaceAll("\n", " ")}`,
  );
  return `${name}: TypeAlias = ${known}${open ? " | str" : ""}
${prose.docstring([description, meanings.join("\n")])}
`;
}

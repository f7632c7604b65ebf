import type { EnumModel, SdkModel } from "@getclickmedia/sms-sdk-model";
import { docComment, flowing } from "./doc-comment.ts";
import { phpFile } from "./header.ts";
import { literal } from "./literal.ts";
import { pascalCase } from "./names.ts";

/** Writes a backed enum for every enumeration. */
export function enums(model: SdkModel): Record<string, string> {
  return Object.fromEntries(
    model.enums.map((each) => [
      `src/Enum/${each.name}.php`,
      phpFile("Enum", [], declaration(each)),
    ]),
  );
}

function declaration({ name, description, open, values }: EnumModel): string {
  const names = values.map(({ value }) => pascalCase(value));
  const twice = names.find((each, index) => names.indexOf(each) !== index);
  if (twice) throw new Error(`Two values of ${name} would both be ${twice} in PHP.`);
  const cases = values.map(
    (each) => `${docComment(flowing(each.description), "    ")}
    case ${pascalCase(each.value)} = ${literal(each.value)};`,
  );
  const growth = open ? "A value that is newer than this SDK is a plain string." : "";
  return `${docComment([...flowing(description), growth])}
enum ${name}: string
{
${cases.join("\n\n")}
}
`;
}

import { fileURLToPath } from "node:url";
import document from "@getclickmedia/sms-openapi" with { type: "json" };
import ts from "typescript";
import { expect, test } from "vitest";
import { type DocumentPart, resolve } from "./document-part.ts";

const { schemas } = document.components as unknown as { schemas: Record<string, DocumentPart> };
const limits = [
  "pattern",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "default",
] as const;

test("an editor shows for every property of every schema all that the spec says of it", () => {
  const properties = Object.entries(schemas).flatMap(([name, schema]) =>
    propertiesOf(`schemas.${name}`, schema),
  );

  expect(properties.length).toBeGreaterThan(0);
  expect(untold(properties)).toEqual([]);
});

test("an editor shows for every path parameter all that the spec says of it", () => {
  const operations = Object.values(document.paths).flatMap(Object.values);
  const parameters = operations.flatMap(({ operationId, parameters = [] }) =>
    parameters.map((parameter: DocumentPart): [string, DocumentPart] => {
      const { name } = resolve(parameter, document);
      return [`operations.${operationId}.parameters.path.${name}`, parameter];
    }),
  );

  expect(parameters.length).toBeGreaterThan(0);
  expect(untold(parameters)).toEqual([]);
});

/** Every property with the expression that reads it, also those of objects without a name. */
function propertiesOf(owner: string, schema: DocumentPart): [string, DocumentPart][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const expression = `${owner}.${name}`;
    const entry: [string, DocumentPart] = [expression, property];
    return [entry, ...propertiesOf(expression, property)];
  });
  return schema.items ? [...own, ...propertiesOf(`${owner}[0]`, schema.items)] : own;
}

/** What the spec says and an editor does not show when the pointer rests on the expression. */
function untold(parts: [expression: string, part: DocumentPart][]): string[] {
  const shown = quickInfo(parts.map(([expression]) => expression));
  return parts.flatMap(([expression, part], index) => {
    const text = shown[index] ?? "";
    if (text === "") return [`${expression}: anything`];
    return said(part)
      .filter((fact) => !text.includes(oneLine(fact)))
      .map((fact) => `${expression}: ${fact}`);
  });
}

function said(part: DocumentPart): string[] {
  const whole = resolve(part, document);
  const known = Object.entries(whole["x-extensible-enum"] ?? {});
  const closed = Object.entries(whole["x-enumDescriptions"] ?? {});
  const facts = [
    whole.description,
    ...limits.map((limit) => whole[limit]),
    example(whole),
    ...known.flatMap(([value, { description }]) => [value, description]),
    ...closed.flat(),
    whole["x-gcm-error-code"],
    whole["x-gcm-reason"],
  ];
  const own = facts.filter((fact) => fact !== undefined).map(String);
  return whole.items ? [...own, ...said({ ...resolve(whole.items, document), examples: [] })] : own;
}

function example({ examples = [] }: DocumentPart): unknown {
  return Array.isArray(examples) ? examples[0] : Object.values(examples)[0]?.value;
}

/** What TypeScript's language service answers an editor for the last name of each expression. */
function quickInfo(expressions: string[]): string[] {
  const probe = fileURLToPath(new URL("../probe.ts", import.meta.url));
  const head = `import type { components, Operations } from "./index.ts";
declare const schemas: components["schemas"];
declare const operations: Operations;
`;
  const text = `${head}${expressions.join(";\n")};\n`;
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      module: ts.ModuleKind.NodeNext,
      strict: true,
      allowImportingTsExtensions: true,
    }),
    getCurrentDirectory: () => fileURLToPath(new URL("../..", import.meta.url)),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [probe],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const source = file === probe ? text : ts.sys.readFile(file);
      return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source);
    },
    fileExists: (file) => file === probe || ts.sys.fileExists(file),
    readFile: ts.sys.readFile,
  });
  return expressions.map((expression) => {
    const end = text.indexOf(`${expression};`, head.length) + expression.length;
    const { documentation = [], tags = [] } = service.getQuickInfoAtPosition(probe, end - 1) ?? {};
    const parts = [...documentation, ...tags.flatMap((tag) => tag.text ?? [])];
    return oneLine(parts.map((part) => part.text).join(" "));
  });
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

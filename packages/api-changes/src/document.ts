import { readFileSync } from "node:fs";
import { isObject, type Json, type JsonObject, keysOf, pointerOf, valueAt } from "./json.ts";

/** A bundled OpenAPI document: one file, with every reference inside it. */
export interface OpenApiDocument extends JsonObject {
  openapi: string;
  info: JsonObject & { version: string };
}

/**
 * Reads a bundled OpenAPI 3 document.
 * @throws Error with one line that says what is wrong with the file.
 */
export function readDocument(file: string): OpenApiDocument {
  return parseDocument(readText(file), file);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      code === "ENOENT" ? `There is no file ${file}.` : `${file} cannot be read: ${code}.`,
    );
  }
}

/** @throws Error with one line that says what is wrong with the text of the file. */
export function parseDocument(text: string, file: string): OpenApiDocument {
  const document = parseJson(text, file);
  if (!isOpenApi(document)) {
    throw new Error(
      `${file} is no OpenAPI document of 3.0 to 3.2 with a version: it needs openapi and info.version.`,
    );
  }
  requireReferences(document, document, [], file);
  return document;
}

function parseJson(text: string, file: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [reason] = String((error as Error).message).split("\n");
    throw new Error(`${file} is not JSON: ${reason}. Give the bundled document, as openapi.json.`);
  }
}

function isOpenApi(document: Json): document is OpenApiDocument {
  if (!isObject(document) || !isObject(document.info)) return false;
  return (
    /^3\.[012]\.\d+$/.test(String(document.openapi)) && typeof document.info.version === "string"
  );
}

/** An example may hold a `$ref` of its own, which is a value there and no reference. */
const values = new Set(["example", "examples", "default", "const", "enum"]);

function requireReferences(value: Json, document: Json, keys: string[], file: string): void {
  const children = Array.isArray(value) || isObject(value) ? Object.entries(value) : [];
  for (const [key, child] of children) {
    if (key === "$ref" && typeof child === "string") {
      if (child.startsWith("#") && valueAt(document, keysOf(child)) !== undefined) continue;
      throw new Error(
        `${file} refers to ${child} at ${pointerOf(keys)}, and has no such place. Bundle it into one file first.`,
      );
    }
    if (!values.has(key) || keys.at(-1) === "properties") {
      requireReferences(child, document, [...keys, key], file);
    }
  }
}

/** What a value stands for: itself, or what it refers to, and where that lies. */
export function resolve(
  document: Json,
  value: Json | undefined,
  pointer: string,
): { value: Json | undefined; pointer: string } {
  let found = { value, pointer };
  const seen = new Set<string>();
  while (isObject(found.value) && typeof found.value.$ref === "string") {
    const reference: string = found.value.$ref;
    if (seen.has(reference)) throw new Error(`${reference} refers to itself.`);
    seen.add(reference);
    found = { value: valueAt(document, keysOf(reference)), pointer: reference.replace(/^#/, "") };
  }
  return found;
}

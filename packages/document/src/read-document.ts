import { readFile } from "node:fs/promises";
import type { ApiDocument } from "./document.ts";

/**
 * Reads the bundled document, with every `$ref` replaced by what it names.
 * @param path a bundled document as JSON or YAML; by default the one this package was built with.
 * @throws Error with one line that says what is wrong with the file.
 */
export async function readDocument(path?: string): Promise<ApiDocument> {
  if (path === undefined) {
    const bundle = await import("@getclickmedia/sms-openapi", { with: { type: "json" } });
    return dereferenced(bundle.default);
  }
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Error(`Cannot read the spec ${path}: ${error.code ?? error.message}.`);
  });
  const document = await parseText(path, text);
  if (!isApiDocument(document)) {
    throw new Error(`The spec ${path} is no bundled OpenAPI document of this API.`);
  }
  return dereferenced(document).catch((error: Error) => {
    throw new Error(`The spec ${path} has a reference that leads nowhere: ${firstLine(error)}`);
  });
}

async function parseText(path: string, text: string): Promise<unknown> {
  const { parse } = await import("yaml");
  try {
    return parse(text); // JSON is YAML too.
  } catch (error) {
    throw new Error(`The spec ${path} is neither JSON nor YAML: ${firstLine(error as Error)}`);
  }
}

function isApiDocument(document: unknown): document is Partial<ApiDocument> {
  if (!document || typeof document !== "object") return false;
  const { paths, components } = document as Partial<ApiDocument>;
  return Boolean(paths && components);
}

async function dereferenced(document: object): Promise<ApiDocument> {
  // Loaded here, so that a program that only uses what was read before need not load it.
  const { dereference } = await import("@apidevtools/json-schema-ref-parser");
  const copy = structuredClone(document);
  // References to files and addresses stay refused: a bundle has none.
  const result: object = await dereference(copy, { resolve: { external: false } });
  return { servers: [], webhooks: {}, "x-gcm-states": {}, ...result } as unknown as ApiDocument;
}

function firstLine(error: Error): string {
  return error.message.split("\n", 1)[0] ?? "";
}

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "./document.ts";

/** The files of the bundled document, as the spec package publishes them. */
export const bundleFiles = {
  json: fileURLToPath(import.meta.resolve("@getclickmedia/sms-openapi/openapi.json")),
  yaml: fileURLToPath(import.meta.resolve("@getclickmedia/sms-openapi/openapi.yaml")),
};

/** Reads the bundled document. */
export async function readBundle(): Promise<OpenApiDocument> {
  return JSON.parse(await readFile(bundleFiles.json, "utf8"));
}

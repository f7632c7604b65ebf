import { readFile } from "node:fs/promises";
import type { ApiDocument } from "@getclickmedia/sms-document";
import type { Validators } from "@getclickmedia/sms-request-validation";

// What the build has made of the documents. From `src` and from `dist` the way there is the same.
const folder = new URL("../dist/generated/", import.meta.url);

/** A document with every `$ref` replaced by what it names. */
export function readGeneratedDocument(name: "api" | "control"): Promise<ApiDocument> {
  return readJson(`${name}-document.json`) as Promise<ApiDocument>;
}

/** The document of the control API as it is written. */
export function readControlSource(): Promise<object> {
  return readJson("control-source.json");
}

/** The compiled schemas of a document's requests, and for the control API that of the configuration. */
export async function loadValidators(name: "api" | "control"): Promise<Validators> {
  const { default: validators } = await import(new URL(`${name}-validators.js`, folder).href);
  return validators;
}

const read = new Map<string, Promise<object>>();

/** Each file is read once. */
function readJson(name: string): Promise<object> {
  const known = read.get(name) ?? readFile(new URL(name, folder), "utf8").then(JSON.parse);
  read.set(name, known);
  return known;
}

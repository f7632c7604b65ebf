import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type ApiDocument, readDocument } from "@getclickmedia/sms-document";

const path = fileURLToPath(new URL("../../control/openapi.yaml", import.meta.url));

let document: Promise<ApiDocument> | undefined;

/** The document of the control API, with every `$ref` replaced by what it names. It is read once. */
export function readControlDocument(): Promise<ApiDocument> {
  document ??= readDocument(path);
  return document;
}

let source: Promise<object> | undefined;

/** The document of the control API as it is written. It is read once. */
export function readControlSource(): Promise<object> {
  source ??= Promise.all([import("yaml"), readFile(path, "utf8")]).then(([{ parse }, text]) =>
    parse(text),
  );
  return source;
}

import type { Schema } from "@getclickmedia/sms-document";
import standalone from "ajv/dist/standalone/index.js";
import { createAjv } from "./ajv.ts";

export { requestSchemas } from "./validators.ts";

/**
 * Writes the validators of schemas as the code of a CommonJS module, which exports each under its name. A
 * program that is built with it needs no compiler when it starts.
 */
export function standaloneCode(schemas: Record<string, Schema>): string {
  const ajv = createAjv({ code: { source: true } });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  const names = Object.fromEntries(Object.keys(schemas).map((name) => [name, name]));
  return standalone.default(ajv, names);
}

import type { ApiDocument, Schema } from "@getclickmedia/sms-document";
import { createAjv } from "./ajv.ts";
import { requestSchemas, type Validators } from "./validators.ts";

/** Compiles every schema that requests are checked with. It takes its time; `standalone` does it beforehand. */
export function compileValidators(document: ApiDocument): Validators {
  return compileSchemas(requestSchemas(document));
}

function compileSchemas(schemas: Record<string, Schema>): Validators {
  const ajv = createAjv();
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]),
  );
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

const require = createRequire(import.meta.url);
let validate: ValidateFunction | undefined;

/** Where a file of Compose breaks the schema of the Compose specification, which dclint brings. */
export function composeFaults(file: unknown): string[] {
  validate ??= compile();
  if (validate(file)) return [];
  const [first] = validate.errors ?? [];
  return [`${first?.instancePath || "the file"} ${first?.message} (Compose schema)`];
}

function compile(): ValidateFunction {
  const folder = dirname(require.resolve("dclint/package.json"));
  const schema: object = JSON.parse(
    readFileSync(join(folder, "schemas/compose.schema.json"), "utf8"),
  );
  // It names its own dialect by an address that Ajv does not know.
  const ajv = new Ajv({ strict: false, validateSchema: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

import { Ajv2020, type Options } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** The validator of every check here. Its errors carry their schema, which says what code and form a value has. */
export function createAjv(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, verbose: true, ...options });
  addFormats.default(ajv);
  return ajv;
}

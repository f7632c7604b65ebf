// Checks every schema, nested ones too:
// - it has a description, its own or that of the schema its `$ref` points to
import schemas, { schemaName } from "../document/schemas.ts";
import { isText } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function schemaDescribed(api: unknown): Finding[] {
  return schemas(api)
    .filter(({ node }) => !isText(node.description))
    .map(({ path }) => ({
      message: `${schemaName(path)} has no description. Say what its value means.`,
      path,
    }));
}

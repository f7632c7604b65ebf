import type { JsonObject, OpenApiDocument } from "../../document.ts";
import { oneLine } from "../../tables/markdown-table.ts";
import { mapObjects } from "./transform.ts";

/**
 * Shows the known values of open enums. The document keeps them under `x-extensible-enum`, which leaves
 * a validator free to accept newer ones but which Redoc does not show; `enum` with `x-enumDescriptions`
 * becomes a table. A reader learns from the schema's description that more may come.
 */
export function withListedValues(document: OpenApiDocument): OpenApiDocument {
  return mapObjects(document, ({ "x-extensible-enum": values, ...schema }) => {
    if (values === null || typeof values !== "object") return schema;
    const described = Object.entries(values as Record<string, JsonObject>).map(
      ([value, { description }]) => [value, oneLine(String(description))],
    );
    return {
      ...schema,
      enum: Object.keys(values),
      "x-enumDescriptions": Object.fromEntries(described),
    };
  });
}

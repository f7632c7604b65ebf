// Checks the one fact that two places hold:
// - maxItems of `recipients` in a request equals recipientsPerRequest of the largest plan
// - if a request has `recipients`, the description has plans that say recipientsPerRequest
import { plans } from "../document/open-lists.ts";
import payloads from "../document/payloads.ts";
import { at } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function bulkLimit(api: unknown): Finding[] {
  const lists = payloads(api).filter(
    ({ kind, media }) =>
      kind === "request" && at(media.schema, "properties", "recipients") !== undefined,
  );
  const largest = Math.max(
    ...[...(plans(api)?.values.values() ?? [])].map(({ facts }) =>
      Number(at(facts, "recipientsPerRequest")),
    ),
  );
  return lists.flatMap(({ name, media, path }) => {
    const limit = at(media.schema, "properties", "recipients", "maxItems");
    if (limit === largest) return [];
    const place = [...path, "schema", "properties", "recipients", "maxItems"];
    if (!Number.isFinite(largest))
      return {
        message: `The ${name} has recipients, and no plan says recipientsPerRequest. Add it to every plan.`,
        path: place,
      };
    return {
      message: `The ${name} takes ${String(limit)} recipients, and the largest plan ${largest}. Make maxItems and recipientsPerRequest equal.`,
      path: place,
    };
  });
}

import manifest from "../../package.json" with { type: "json" };
import type { Bundle } from "./bundle.ts";
import { header } from "./header.ts";
import { present } from "./present.ts";

/** Writes the facts that the client checks against, without the prose that the catalogue has around them. */
export function constants({ baseUrl, keyHeader, keyPrefixes, schemas }: Bundle): string {
  const pattern = present(schemas.PhoneNumber?.pattern, "pattern in PhoneNumber");
  const statuses = valuesOf("MessageStatus", schemas);
  const plans = valuesOf("Plan", schemas)
    .map(([name, plan]) => [name, recipientsOf(name, plan)] as const)
    .sort(([, one], [, other]) => one - other);
  const values: [name: string, comment: string, value: string][] = [
    ["version", "The version of this SDK.", JSON.stringify(manifest.version)],
    ["baseUrl", "Where the API is, for live and for test keys.", JSON.stringify(baseUrl)],
    ["keyHeader", "The header that carries the key.", JSON.stringify(keyHeader)],
    [
      "environments",
      "What an API key begins with, and the environment that it opens.",
      object(Object.entries(keyPrefixes).map(([prefix, each]) => [prefix, each.environment])),
    ],
    ["phoneNumber", "The form of a phone number.", String(new RegExp(String(pattern)))],
    [
      "finalStatuses",
      "The statuses after which a message no longer changes.",
      JSON.stringify(statuses.filter(([, { final }]) => final).map(([name]) => name)),
    ],
    [
      "recipientsPerRequest",
      "How many recipients one request may hold on each plan.",
      object(plans),
    ],
    ["smallestPlan", "The plan with the fewest.", JSON.stringify(plans[0]?.[0])],
  ];
  return header + values.map(constant).join("\n");
}

function constant([name, comment, value]: [string, string, string]): string {
  const literal = value.startsWith("/") ? value : `${value} as const`;
  return `/** ${comment} */\nexport const ${name} = ${literal};\n`;
}

function recipientsOf(name: string, plan: Record<string, unknown>): number {
  return Number(present(plan.recipientsPerRequest, `recipientsPerRequest for the plan ${name}`));
}

/** The known values of an open enum. */
function valuesOf(name: string, schemas: Bundle["schemas"]): [string, Record<string, unknown>][] {
  const values = present(schemas[name]?.["x-extensible-enum"], `values in ${name}`);
  return Object.entries(values as Record<string, Record<string, unknown>>);
}

function object(pairs: (readonly [string, unknown])[]): string {
  return JSON.stringify(Object.fromEntries(pairs));
}

import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import manifest from "../../package.json" with { type: "json" };
import { header } from "./header.ts";

/** Writes the facts that the client checks against, without the prose that the catalogue has around them. */
export function constants(model: SdkModel): string {
  const [smallestPlan] = Object.keys(model.recipientsPerRequest);
  const values: [name: string, comment: string, value: string][] = [
    ["version", "The version of this SDK.", JSON.stringify(manifest.version)],
    ["baseUrl", "Where the API is, for live and for test keys.", JSON.stringify(model.baseUrl)],
    ["keyHeader", "The header that carries the key.", JSON.stringify(model.keyHeader)],
    [
      "environments",
      "What an API key begins with, and the environment that it opens.",
      JSON.stringify(model.environments),
    ],
    ["phoneNumber", "The form of a phone number.", String(new RegExp(model.phoneNumberPattern))],
    [
      "finalStatuses",
      "The statuses after which a message no longer changes.",
      JSON.stringify(model.finalStatuses),
    ],
    [
      "recipientsPerRequest",
      "How many recipients one request may hold on each plan.",
      JSON.stringify(model.recipientsPerRequest),
    ],
    ["smallestPlan", "The plan with the fewest.", JSON.stringify(smallestPlan)],
  ];
  return header + values.map(constant).join("\n");
}

function constant([name, comment, value]: [string, string, string]): string {
  const literal = value.startsWith("/") ? value : `${value} as const`;
  return `/** ${comment} */\nexport const ${name} = ${literal};\n`;
}

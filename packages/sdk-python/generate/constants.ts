import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import manifest from "../package.json" with { type: "json" };
import { header } from "./header.ts";
import { pythonLiteral, pythonText } from "./python-literal.ts";

/** Writes the facts that the client and the webhooks rest on. */
export function constants(model: SdkModel): string {
  const [smallestPlan] = Object.keys(model.recipientsPerRequest);
  const environments = new Set(Object.values(model.environments));
  const values: [name: string, value: unknown, comment: string][] = [
    ["VERSION", manifest.version, "The version of this SDK."],
    ["BASE_URL", model.baseUrl, "Where the API is, for live and for test keys."],
    ["KEY_HEADER", model.keyHeader, "The header that carries the key."],
    [
      "ENVIRONMENTS: dict[str, Environment]",
      model.environments,
      "What an API key begins with, and the environment that it opens.",
    ],
    ["PHONE_NUMBER", model.phoneNumberPattern, "The form of a phone number."],
    [
      "FINAL_STATUSES",
      model.finalStatuses,
      "The statuses after which a message no longer changes.",
    ],
    [
      "RECIPIENTS_PER_REQUEST",
      model.recipientsPerRequest,
      "How many recipients one request may hold on each plan.",
    ],
    ["SMALLEST_PLAN", smallestPlan, "The plan with the fewest."],
    ["SIGNATURE_HEADER", model.signature.header, "The header that signs the body of a webhook."],
    ["SIGNATURE_FORM", model.signature.pattern, "The form of a signature."],
    [
      "TIMESTAMP_FIELDS",
      model.timestampFields,
      "The fields of an event that say when the message reached a status.",
    ],
  ];
  return `${header("Facts of the API.")}
from typing import Literal, TypeAlias

Environment: TypeAlias = Literal[${[...environments].map(pythonText).join(", ")}]
"""What a key opens: real messages that are charged, or simulated ones."""

${values
  .map(([name, value, comment]) => `${name} = ${pythonLiteral(value)}\n"""${comment}"""\n`)
  .join("\n")}`;
}

import type { RuleDefinition } from "@stoplight/spectral-core";
import type { Finding } from "./finding.ts";

/** A rule reads the whole description, with every `$ref` resolved, and reports its faults. */
export type Check = (api: unknown) => Finding[];

/** The Spectral rule that runs a check. Every house rule is an error: there are no warnings to get used to. */
export default function houseRule(check: Check): RuleDefinition {
  return {
    given: "$",
    severity: "error",
    message: "{{error}}",
    // biome-ignore lint/suspicious/noThenProperty: Spectral names it so.
    then: { function: (api: unknown) => check(api) },
  };
}

import spectralCore from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import houseRule, { type Check } from "./house-rule.ts";

/** Test support: lints an inline YAML document with one rule. Each line is `place: message`. */
export default async function lintYaml(check: Check, yaml: string): Promise<string[]> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({ rules: { rule: houseRule(check) } });
  const results = await spectral.run(new spectralCore.Document(yaml, parsers.Yaml));
  return results.map(({ path, message }) => `${path.join(" > ")}: ${message}`);
}

// Checks, anywhere in the description:
// - `x-gcm-origin` has the value `extension`; what follows the vendor's guide is not marked
// - `x-gcm-origin` stands beside `x-gcm-reason`, which is one line of text
// - `x-gcm-reason` stands beside `x-gcm-origin`
import { isText } from "../document/value.ts";
import walk from "../document/walk.ts";
import type { Finding } from "../finding.ts";

export default function extensionMarks(api: unknown): Finding[] {
  const findings: Finding[] = [];
  walk(api, (node, path) => {
    const origin = node["x-gcm-origin"];
    const reason = node["x-gcm-reason"];
    if (origin !== undefined && origin !== "extension")
      findings.push({
        message: `x-gcm-origin is ${JSON.stringify(origin)}. Write \`extension\`, or remove it from what the guide states.`,
        path: [...path, "x-gcm-origin"],
      });
    if (origin !== undefined && !isLine(reason))
      findings.push({
        message:
          "x-gcm-origin comes without a reason of one line. Say in x-gcm-reason why the addition is needed.",
        path,
      });
    if (origin === undefined && reason !== undefined)
      findings.push({
        message:
          "x-gcm-reason stands without x-gcm-origin. Add `x-gcm-origin: extension`, or remove the reason.",
        path: [...path, "x-gcm-reason"],
      });
  });
  return findings;
}

function isLine(value: unknown): boolean {
  return isText(value) && !value.trim().includes("\n");
}

// Checks every webhook:
// - it has the header parameter x-gcm-signature, and requires it
import operations from "../document/operations.ts";
import type { Finding } from "../finding.ts";

const SIGNATURE = "x-gcm-signature";

export default function webhookSignature(api: unknown): Finding[] {
  return operations(api)
    .filter(({ webhook }) => webhook)
    .flatMap(({ name, path, parameters }) => {
      const signature = parameters.find(
        ({ node }) => node.in === "header" && node.name === SIGNATURE,
      );
      if (signature === undefined)
        return {
          message: `${name} has no ${SIGNATURE} header, so a receiver cannot verify it. Add the parameter.`,
          path,
        };
      if (signature.node.required !== true)
        return {
          message: `The ${SIGNATURE} header of ${name} is optional. Say \`required: true\`.`,
          path: signature.path,
        };
      return [];
    });
}

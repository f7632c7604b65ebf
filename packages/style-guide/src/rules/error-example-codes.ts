// Checks every example of a 4xx or 5xx response against the catalogue of error codes, which is
// `x-extensible-enum` of the schema at `error.code` of that response's body:
// - the response has that catalogue
// - the example has a code at `error.code`
// - the code is in the catalogue
// - the catalogue allows the code under this HTTP status (`status` or `transportStatuses`)
import namedExamples from "../document/examples.ts";
import { errorCatalogue } from "../document/open-lists.ts";
import payloads, { type Payload } from "../document/payloads.ts";
import { at, items } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function errorExampleCodes(api: unknown): Finding[] {
  return payloads(api)
    .filter(({ kind }) => kind === "error")
    .flatMap(payloadFindings);
}

function payloadFindings(payload: Payload): Finding[] {
  const catalogue = errorCatalogue(payload);
  if (catalogue === undefined)
    return [
      {
        message: `The body of the ${payload.name} has no catalogue of codes at error.code. Use the schema ErrorResponse.`,
        path: [...payload.path, "schema"],
      },
    ];
  return namedExamples(payload.media, payload.path).flatMap((example) => {
    const subject = `The example ${example.name} of the ${payload.name}`;
    const code = at(example.node.value, "error", "code");
    const path = [...example.path, "value", "error", "code"];
    if (typeof code !== "string") return { message: `${subject} has no error.code. Add it.`, path };
    const entry = catalogue.values.get(code);
    if (entry === undefined)
      return {
        message: `${subject} has the code ${code}, which is not in the catalogue of error codes. Use a code of the catalogue, or add this one to it.`,
        path,
      };
    const allowed = [at(entry.facts, "status"), ...items(at(entry.facts, "transportStatuses"))];
    if (allowed.includes(Number(payload.status))) return [];
    return {
      message: `${subject} has the code ${code}, which the catalogue puts under ${allowed.join(", ")}. Move the example there, or correct the catalogue.`,
      path,
    };
  });
}

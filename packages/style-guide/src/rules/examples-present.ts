// Checks that something can be shown, and tested, for everything that travels:
// - every media type of a request body, a response or a webhook has at least one named example
//   (`examples`), and no anonymous `example`
// - every named example has a `value`
// - every parameter has an example, its own or its schema's
// - every response header has an example, its own or its schema's
import namedExamples from "../document/examples.ts";
import payloads from "../document/payloads.ts";
import { parameters, responseHeaders } from "../document/schemas.ts";
import { at, entries, items, type Mapping } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function examplesPresent(api: unknown): Finding[] {
  return [...payloadFindings(api), ...parameterFindings(api), ...headerFindings(api)];
}

function payloadFindings(api: unknown): Finding[] {
  return payloads(api).flatMap(({ name, media, path }) => {
    if (media.example !== undefined)
      return [
        {
          message: `The ${name} has an anonymous \`example\`. Move it under \`examples\` and give it a name.`,
          path: [...path, "example"],
        },
      ];
    const examples = namedExamples(media, path);
    if (examples.length === 0)
      return [{ message: `The ${name} has no named example. Add one under \`examples\`.`, path }];
    return examples
      .filter(({ node }) => node.value === undefined)
      .map((example) => ({
        message: `The example ${example.name} of the ${name} has no \`value\`. Write the value here, where it can be checked.`,
        path: example.path,
      }));
  });
}

function parameterFindings(api: unknown): Finding[] {
  return parameters(api)
    .filter(({ node }) => !hasExample(node))
    .map(({ node, path, operation }) => ({
      message: `The parameter ${String(node.name)} of ${operation} has no example. Add one under \`examples\`.`,
      path,
    }));
}

function headerFindings(api: unknown): Finding[] {
  return responseHeaders(api)
    .filter(({ node }) => !hasExample(node))
    .map(({ name, path, response }) => ({
      message: `The header ${name} of the ${response} has no example. Add \`example\` or \`examples\`.`,
      path,
    }));
}

function hasExample(holder: Mapping): boolean {
  return (
    holder.example !== undefined ||
    entries(holder.examples).length > 0 ||
    items(at(holder.schema, "examples")).length > 0
  );
}

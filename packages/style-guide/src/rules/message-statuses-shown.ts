// Checks every status of a message (`x-extensible-enum` of `status` in a 2xx response):
// - an example of a 2xx response has it
// - an example of a webhook has it
import namedExamples from "../document/examples.ts";
import { messageStatuses } from "../document/open-lists.ts";
import payloads, { type Payload } from "../document/payloads.ts";
import { at } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function messageStatusesShown(api: unknown): Finding[] {
  const all = payloads(api);
  const places = [
    { name: "2xx response", shown: statusesIn(all.filter(({ kind }) => kind === "success")) },
    { name: "webhook", shown: statusesIn(all.filter(({ kind }) => kind === "webhook")) },
  ];
  return [...(messageStatuses(api)?.values ?? [])].flatMap(([status, { path }]) =>
    places
      .filter(({ shown }) => !shown.has(status))
      .map(({ name }) => ({
        message: `No example of a ${name} has the status ${status}. Add one.`,
        path,
      })),
  );
}

function statusesIn(some: Payload[]): Set<unknown> {
  return new Set(
    some.flatMap(({ media, path }) =>
      namedExamples(media, path).map(({ node }) => at(node.value, "status")),
    ),
  );
}

// Checks the webhooks:
// - the body requires `event`, and its const is the key of the webhook
// - the body requires `status`, and its const is a status of a message (`x-extensible-enum` of
//   `status` in a 2xx response)
// - every status of a message has exactly one webhook
import { messageStatuses, type OpenList } from "../document/open-lists.ts";
import payloads, { type Payload } from "../document/payloads.ts";
import { at, items } from "../document/value.ts";
import type { Finding } from "../finding.ts";

export default function webhookEvents(api: unknown): Finding[] {
  const webhooks = payloads(api).filter(({ kind }) => kind === "webhook");
  const statuses = messageStatuses(api);
  if (statuses === undefined)
    return webhooks.map(({ operation }) => ({
      message: `${operation.name} reports a status, and no 2xx response lists the statuses. Give its \`status\` an x-extensible-enum.`,
      path: operation.path,
    }));
  return [
    ...webhooks.flatMap(eventFindings),
    ...webhooks.flatMap((webhook) => statusFindings(webhook, statuses)),
    ...coverageFindings(webhooks, statuses),
  ];
}

function eventFindings(webhook: Payload): Finding[] {
  const { key, name } = webhook.operation;
  const event = constant(webhook, "event");
  if (event === key) return requiredFindings(webhook, "event");
  return [
    {
      message: `The body of ${name} has the event ${String(event)}. Make its const ${key}, the key of the webhook.`,
      path: propertyPath(webhook, "event"),
    },
  ];
}

function statusFindings(webhook: Payload, statuses: OpenList): Finding[] {
  const status = constant(webhook, "status");
  if (typeof status === "string" && statuses.values.has(status))
    return requiredFindings(webhook, "status");
  return [
    {
      message: `The body of ${webhook.operation.name} has the status ${String(status)}. Make its const one of ${[...statuses.values.keys()].join(", ")}.`,
      path: propertyPath(webhook, "status"),
    },
  ];
}

function requiredFindings(webhook: Payload, property: string): Finding[] {
  if (items(at(webhook.media.schema, "required")).includes(property)) return [];
  return [
    {
      message: `The body of ${webhook.operation.name} does not require ${property}. Add it to \`required\`.`,
      path: propertyPath(webhook, property),
    },
  ];
}

function coverageFindings(webhooks: Payload[], statuses: OpenList): Finding[] {
  return [...statuses.values].flatMap(([status, { path }]) => {
    const count = webhooks.filter((webhook) => constant(webhook, "status") === status).length;
    if (count === 1) return [];
    return { message: `The status ${status} has ${count} webhooks. Give it exactly one.`, path };
  });
}

function constant(webhook: Payload, property: string): unknown {
  return at(webhook.media.schema, "properties", property, "const");
}

function propertyPath(webhook: Payload, property: string) {
  return [...webhook.path, "schema", "properties", property];
}

import { header } from "./header.ts";

/** The parts of the bundled document that the catalogue is made of. */
export interface CatalogueSource {
  servers: { url: string }[];
  paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  webhooks: Record<string, { post: WebhookOperation }>;
  components: {
    schemas: Record<string, Record<string, unknown>>;
    responses: Record<string, Record<string, unknown>>;
    securitySchemes: Record<string, Record<string, unknown>>;
  };
}

interface WebhookOperation {
  summary: string;
  requestBody: { content: { "application/json": { schema: { $ref: string } } } };
}

type Entries = Record<string, Record<string, unknown>>;

/** Writes the error codes, statuses, events, plans, key prefixes and limits as typed constants. */
export function catalogue(document: CatalogueSource): string {
  const { schemas, securitySchemes, responses } = document.components;
  const known = (schema: string) =>
    withName(required(schemas[schema]?.["x-extensible-enum"], schema));
  const constants: [name: string, comment: string, value: unknown][] = [
    ["baseUrl", "The base URL of the API, for live and for test keys.", document.servers[0]?.url],
    [
      "mockUrl",
      "The base URL of the mock server with its default port.",
      document.servers.find(({ url }) => url.startsWith("http:"))?.url,
    ],
    ["operations", "Every operation by its id.", operations(document.paths)],
    ["errorCodes", "Every documented error code.", known("ErrorCode")],
    ["messageStatuses", "Every documented status of a message.", known("MessageStatus")],
    ["plans", "Every plan with its limits.", known("Plan")],
    ["webhookEvents", "Every webhook event.", webhookEvents(document)],
    [
      "keyPrefixes",
      "What an API key begins with.",
      withName(required(securitySchemes.ApiKey?.["x-gcm-key-prefixes"], "ApiKey")),
    ],
    [
      "maxBodyBytes",
      "The largest request body that is read, in bytes.",
      responses.PayloadTooLarge?.["x-gcm-max-body-bytes"],
    ],
  ];
  return header + constants.map(constant).join("\n");
}

function constant([name, comment, value]: [string, string, unknown]): string {
  if (value === undefined)
    throw new Error(`The bundle has nothing to make the constant ${name} of.`);
  return `/** ${comment} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}

function operations(paths: CatalogueSource["paths"]): Entries {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId, summary }]) => [
        operationId,
        { name: operationId, method: method.toUpperCase(), path, description: summary },
      ]),
    ),
  );
}

function webhookEvents({ webhooks, components }: CatalogueSource): Entries {
  return Object.fromEntries(
    Object.entries(webhooks).map(([event, { post }]) => {
      const schema =
        post.requestBody.content["application/json"].schema.$ref.split("/").at(-1) ?? "";
      const properties = required(components.schemas[schema]?.properties, schema);
      return [event, { name: event, status: properties.status?.const, description: post.summary }];
    }),
  );
}

function withName(entries: Entries): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, { name, ...entry }]),
  );
}

function required(value: unknown, where: string): Entries {
  if (!value || typeof value !== "object")
    throw new Error(`The bundle has no catalogue in ${where}.`);
  return value as Entries;
}

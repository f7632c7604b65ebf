import { slug } from "github-slugger";
import {
  type MediaType,
  type OpenApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  type Reference,
  resolve,
  type Schema,
} from "../document.ts";
import { markdownTable, oneLine } from "../tables/markdown-table.ts";

/**
 * The reference as one Markdown file, for machines and for reading without scripts: every operation with
 * its fields, samples and answers, and every webhook with its payload.
 */
export function referenceMarkdown(document: OpenApiDocument): string {
  const operations = operationsOf(document).map(({ path, method, operation }) =>
    [
      `## ${operation.summary}`,
      `\`${method.toUpperCase()} ${document.servers[0]?.url}${path}\``,
      operation.description,
      ...parameters(document, operation),
      ...content(document, "Request body", operation.requestBody?.content),
      ...(operation["x-codeSamples"] ?? []).flatMap(({ lang, label, source }) => [
        `**${label}**`,
        fence(lang, source),
      ]),
      ...Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
        const { description, content: answer } = resolve(document, response);
        return [`### ${status}`, description, ...content(document, "Body", answer)];
      }),
    ].join("\n\n"),
  );
  const webhooks = Object.entries(document.webhooks).map(([event, { post }]) =>
    [
      `## ${event}`,
      post.description,
      ...content(document, "Payload", post.requestBody?.content),
    ].join("\n\n"),
  );
  const { title, version, description } = document.info;
  const text = [`# ${title} ${version}`, description, ...operations, ...webhooks].join("\n\n");
  return `${withAnchors(document, text).trim()}\n`;
}

// The document links to operations as Redoc does: by operationId.
function withAnchors(document: OpenApiDocument, text: string): string {
  const anchors = new Map(
    operationsOf(document).map(({ operation }) => [operation.operationId, slug(operation.summary)]),
  );
  return text.replace(/\(#operation\/(\w+)\)/g, (_, id: string) => `(#${anchors.get(id)})`);
}

function parameters(document: OpenApiDocument, operation: Operation): string[] {
  const rows = (operation.parameters ?? [])
    .map((each): Parameter => resolve(document, each))
    .map(({ name, in: place, description = "" }) => [`\`${name}\``, place, oneLine(description)]);
  return rows.length > 0 ? [markdownTable(["Parameter", "In", "Meaning"], rows)] : [];
}

function content(
  document: OpenApiDocument,
  heading: string,
  media: Record<string, MediaType> | undefined,
): string[] {
  return Object.entries(media ?? {}).flatMap(([type, { schema, examples = {} }]) => [
    `**${heading}** (\`${type}\`)`,
    ...(schema ? fields(document, schema) : []),
    ...Object.values(examples).flatMap(({ summary, value }) => [
      ...(summary ? [summary] : []),
      fence("json", JSON.stringify(value, null, 2)),
    ]),
  ]);
}

function fields(document: OpenApiDocument, schema: Schema | Reference): string[] {
  const { properties = {}, required = [] } = resolve(document, schema);
  const rows = Object.entries(properties).map(([name, property]) => {
    const { type, description = "" } = resolve(document, property);
    return [
      `\`${name}\``,
      [type ?? ""].flat().join(" or "),
      required.includes(name) ? "yes" : "no",
      oneLine(description),
    ];
  });
  return rows.length > 0 ? [markdownTable(["Field", "Type", "Required", "Meaning"], rows)] : [];
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

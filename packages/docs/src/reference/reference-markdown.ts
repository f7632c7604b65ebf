import { slug } from "github-slugger";
import {
  type Header,
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
 * its fields, samples and answers, and every webhook with its signature, payload and what answers it.
 */
export function referenceMarkdown(document: OpenApiDocument): string {
  const operations = operationsOf(document).map(({ path, method, operation }) =>
    [
      `## ${operation.summary}`,
      `\`${method.toUpperCase()} ${document.servers[0]?.url}${path}\``,
      ...exchange(document, operation, "Request body"),
    ].join("\n\n"),
  );
  const webhooks = Object.entries(document.webhooks).map(([event, { post }]) =>
    [`## ${event}`, ...exchange(document, post, "Payload")].join("\n\n"),
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

/** What is sent and what answers it. */
function exchange(document: OpenApiDocument, operation: Operation, heading: string): string[] {
  return [
    operation.description,
    ...parameters(document, operation),
    ...content(document, heading, operation.requestBody?.content),
    ...(operation["x-codeSamples"] ?? []).flatMap(({ lang, label, source }) => [
      `**${label}**`,
      fence(lang, source),
    ]),
    ...Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
      const { description, headers: sent, content: answer } = resolve(document, response);
      return [
        `### ${status}`,
        description,
        ...headers(document, sent),
        ...content(document, "Body", answer),
      ];
    }),
  ];
}

function parameters(document: OpenApiDocument, operation: Operation): string[] {
  const rows = (operation.parameters ?? [])
    .map((each): Parameter => resolve(document, each))
    .map(({ name, in: place, description = "" }) => [`\`${name}\``, place, oneLine(description)]);
  return rows.length > 0 ? [markdownTable(["Parameter", "In", "Meaning"], rows)] : [];
}

function headers(
  document: OpenApiDocument,
  sent: Record<string, Header | Reference> | undefined,
): string[] {
  const rows = Object.entries(sent ?? {}).map(([name, each]) => {
    const { schema, required = false, description = "" } = resolve(document, each);
    return [`\`${name}\``, typeOf(document, schema), yesOrNo(required), oneLine(description)];
  });
  return rows.length > 0 ? [markdownTable(["Header", "Type", "Required", "Meaning"], rows)] : [];
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
  const rows = fieldRows(document, schema);
  return rows.length > 0 ? [markdownTable(["Field", "Type", "Required", "Meaning"], rows)] : [];
}

/** A row for each field, and after it those of the fields within it, as `error.code`. */
function fieldRows(document: OpenApiDocument, schema: Schema | Reference, within = ""): string[][] {
  const { properties = {}, required = [] } = resolve(document, schema);
  return Object.entries(properties).flatMap(([name, property]) => {
    // What stands beside a reference says what the field is here.
    const { description = "" } = { ...resolve(document, property), ...property };
    const path = within + name;
    const isRequired = yesOrNo(required.includes(name));
    return [
      [`\`${path}\``, typeOf(document, property), isRequired, oneLine(description)],
      ...fieldRows(document, property, `${path}.`),
    ];
  });
}

function typeOf(document: OpenApiDocument, schema: Schema | Reference | undefined): string {
  const { type = "" } = schema ? resolve(document, schema) : {};
  return [type].flat().join(" or ");
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

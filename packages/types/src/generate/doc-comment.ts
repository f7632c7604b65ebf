import { type DocumentPart, type KnownValue, resolve } from "./document-part.ts";

const width = 100;

/** What a format asks of a value. */
const forms: Record<string, string> = {
  date: "RFC 3339 date",
  "date-time": "RFC 3339 date and time",
  int32: "whole number",
  int64: "whole number",
  uri: "URI",
};

/**
 * The text of the comment of a member that stands for a part of the document: what it means, its known
 * values and limits, whether it is an extension, then its default and an example as tags. It is empty
 * when the document says none of this.
 */
export function docComment(name: string, part: DocumentPart, document: object): string {
  const whole = resolve(part, document);
  const written = [heading(name, part), meaning(whole)];
  const composed = [
    values("Known values", whole["x-extensible-enum"]),
    values("Values", described(whole["x-enumDescriptions"])),
    limits(whole, unit(name, part, whole)),
    whole.items ? eachItem(resolve(whole.items, document)) : "",
    whole["x-gcm-origin"] === "extension" ? `Extension. ${whole["x-gcm-reason"]}` : "",
  ];
  const paragraphs = [
    ...written.map(withoutLinks),
    ...composed.map((paragraph) => wrap(withoutLinks(paragraph))),
  ];
  return [paragraphs.filter(Boolean).join("\n\n"), ...tags(whole)].filter(Boolean).join("\n");
}

/** The title of a schema or the summary of an operation, where it says more than the name. */
function heading(name: string, { title, summary = title, description }: DocumentPart): string {
  return summary && description && !repeats(summary, name) ? summary : "";
}

function meaning({ title, summary = title, description = summary }: DocumentPart): string {
  return description?.trim() ?? "";
}

/** A use of a schema may describe what it counts. What it counts in is then the title of the schema. */
function unit(name: string, { title, description }: DocumentPart, whole: DocumentPart): string {
  const isUse = description !== undefined && title === undefined;
  return isUse && whole.title && !repeats(whole.title, name) ? whole.title : "";
}

function repeats(title: string, name: string): boolean {
  return title.replaceAll(" ", "").toLowerCase() === name.toLowerCase();
}

function values(title: string, known: Record<string, KnownValue> = {}): string {
  const lines = Object.entries(known).map(([value, { description, "x-gcm-origin": origin }]) => {
    const mark = origin === "extension" ? " (extension)" : "";
    return `- \`${value}\`${mark}${description ? `: ${oneLine(description)}` : ""}`;
  });
  return lines.length > 0 ? [`${title}:`, ...lines].join("\n") : "";
}

function described(values: Record<string, string> = {}): Record<string, KnownValue> {
  const known = Object.entries(values).map(([value, description]) => [value, { description }]);
  return Object.fromEntries(known);
}

function limits(part: DocumentPart, unit = ""): string {
  const { format, pattern, "x-gcm-error-code": code } = part;
  const facts = [
    format && (forms[format] ?? `format \`${format}\``),
    pattern && `pattern \`${pattern}\``,
    range(part.minimum, part.maximum),
    range(part.minLength, part.maxLength, "character"),
    range(part.minItems, part.maxItems, "item"),
  ];
  const bounds = facts.filter(Boolean).join(", ");
  const sentences = [
    sentence(bounds && unit ? `${unit}: ${bounds}` : bounds),
    code ? `In a request, a value of another form is answered with \`${code}\`.` : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

function range(least: number | undefined, most: number | undefined, counted = ""): string {
  const bounds = [...new Set([least, most])].filter((bound) => bound !== undefined);
  if (bounds.length === 0) return "";
  const open = most === undefined ? "at least " : least === undefined ? "at most " : "";
  const plural = counted && bounds.at(-1) !== 1 ? "s" : "";
  return `${open}${bounds.join(" to ")} ${counted}${plural}`.trim();
}

function sentence(text: string): string {
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function eachItem(item: DocumentPart): string {
  return oneLine(`Each item: ${meaning(item)} ${limits(item)}`);
}

function tags(part: DocumentPart): string[] {
  const { deprecated, default: assumed, examples = [] } = part;
  const named = Array.isArray(examples) ? [] : Object.values(examples).map(({ value }) => value);
  const listed = Array.isArray(examples) ? examples : named;
  const example = [part.example, ...listed].find((each) => each !== undefined);
  return [
    deprecated ? "@deprecated" : "",
    assumed === undefined ? "" : `@default ${literal(assumed)}`,
    example === undefined ? "" : `@example ${literal(example)}`,
  ];
}

function literal(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A link to an operation in the published documentation leads nowhere from an editor. */
function withoutLinks(text: string): string {
  return text.replace(/\[[^\]]*\]\(#operation\/(\w+)\)/g, "`$1`");
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function wrap(text: string): string {
  const lines = text.split("\n").map((line) => {
    const indent = line.startsWith("- ") ? "  " : "";
    return line.replace(new RegExp(`(.{1,${width}})(?: +|$)`, "g"), `$1\n${indent}`).trimEnd();
  });
  return lines.join("\n");
}

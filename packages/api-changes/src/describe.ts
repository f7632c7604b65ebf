import type { Change, Direction, Rating } from "./change.ts";
import { isObject, type Json, keysOf } from "./json.ts";
import { code } from "./markdown.ts";
import type { RedoclyFinding } from "./redocly/finding.ts";
import { isWholeSchema } from "./schema-path.ts";
import { todoFor } from "./todo.ts";

/** A finding of Redocly as sentences: what changed, and what to do about it. */
export function describe(
  finding: RedoclyFinding,
  rating: Rating,
  rule: string,
  directions: readonly Direction[],
): Pick<Change, "what" | "todo"> {
  return { what: sentence(finding, rating), todo: todoFor(rule, rating, directions) };
}

function sentence(finding: RedoclyFinding, rating: Rating): string {
  const { kind, property = "", base, revision } = finding;
  if (kind !== "modified") return `${capital(whole(finding))} ${kind}.`;
  const [from, to] = [base?.value, revision?.value];
  if (property === "key") return `${capital(noun(finding))}${code(from)} became ${code(to)}.`;
  if (property === "deprecated")
    return `${capital(object(finding))} is ${to === true ? "" : "no longer "}deprecated.`;
  if (property === "required" && (from === true || to === true))
    return `${capital(object(finding))} is ${to === true ? "now" : "no longer"} required.`;
  if (property === "required" && (Array.isArray(from) || Array.isArray(to))) {
    return members(`Fields of ${object(finding)}`, from, to, [
      "are no longer required",
      "became required",
    ]);
  }
  if (property === "enum" && Array.isArray(from) && Array.isArray(to)) {
    return members(`Values of ${object(finding)}`, from, to, ["were removed", "were added"]);
  }
  const part = `\`${property}\` of ${object(finding)}`;
  // Descriptions and the like are long, and a reader sees them in the document.
  if (rating === "patch" || !isShort(from) || !isShort(to)) return `${part} changed.`;
  if (from === undefined) return `${part} was set to ${code(to)}.`;
  if (to === undefined) return `${part} was removed.`;
  return `${part} changed from ${code(from)} to ${code(to)}.`;
}

/** What a list of names or values lost and what it gained. */
function members(
  subject: string,
  from: Json | undefined,
  to: Json | undefined,
  [lost, gained]: [string, string],
): string {
  const [before, after] = [Array.isArray(from) ? from : [], Array.isArray(to) ? to : []];
  const removed = before.filter((each) => !after.includes(each)).map(code);
  const added = after.filter((each) => !before.includes(each)).map(code);
  return [
    ...(removed.length > 0 ? [`${subject} ${lost}: ${removed.join(", ")}.`] : []),
    ...(added.length > 0 ? [`${subject} ${gained}: ${added.join(", ")}.`] : []),
  ].join(" ");
}

/** What something with a name of its own is called. */
function noun({ typeName, path }: RedoclyFinding): string {
  const call = callOf(path);
  if (typeName === "Response") return `of \`${call}\`, status `;
  if (typeName === "MediaType") return `of \`${call}\`, content type `;
  if (typeName === "Header") return "of an answer, header ";
  if (typeName === "PathItem") return path.startsWith("#/webhooks/") ? "webhook " : "path ";
  if (typeName === "Schema") return "field ";
  return "";
}

/** What was added or removed as a whole, with its verb. */
function whole(finding: RedoclyFinding): string {
  const { path, typeName, base, revision } = finding;
  const value = (revision ?? base)?.value;
  const call = callOf(path);
  const name = lastName(path);
  switch (typeName) {
    case "PathItem":
      return path.startsWith("#/webhooks/") ? `webhook \`${name}\` was` : `path \`${name}\` was`;
    case "Operation":
      return `\`${call}\` was`;
    case "Parameter":
      return `${parameter(value)} of \`${call}\` was`;
    case "ParameterList":
      return `of \`${call}\`, ${(Array.isArray(value) ? value : []).map(parameter).join(" and ")} was`;
    case "RequestBody":
      return `the body of \`${call}\` was`;
    case "Response":
      return `status \`${name}\` of \`${call}\` was`;
    case "MediaType":
      return `content type \`${name}\` of \`${call}\` was`;
    case "Header":
      return `header \`${name}\` of an answer was`;
    case "HeadersMap":
      return "headers of an answer were";
    case "Server":
      return `server ${code(isObject(value) ? value.url : name)} was`;
    case "LinksMap":
      return `links to other calls from \`${call}\` were`;
    case "Schema":
      return `${schema(finding)} was`;
    default:
      return `\`${name}\` was`;
  }
}

function parameter(value: Json | undefined): string {
  const { name = "", in: place = "", required } = isObject(value) ? value : {};
  return `${required === true ? "the required" : "the"} ${place} parameter ${code(name)}`;
}

function schema(finding: RedoclyFinding): string {
  const keys = keysOf((finding.revision ?? finding.base)?.pointer ?? finding.path);
  const name = keys.at(-1) ?? "";
  const container = keys.at(-2) ?? "";
  if (isWholeSchema(finding.path)) return `the schema of ${carrier(finding)}`;
  if (["oneOf", "anyOf", "allOf"].includes(container))
    return `an alternative of \`${callOf(finding.path)}\``;
  return container === "properties"
    ? `field \`${name}\` of \`${named(keys.slice(0, -2))}\``
    : `\`${named(keys)}\``;
}

/** The body, header or parameter that a schema is all that is said of. */
function carrier({ path }: RedoclyFinding): string {
  const keys = keysOf(path).slice(0, -1);
  const name = keys.at(-1) ?? "";
  if (keys.at(-2) === "parameters") return `a parameter of \`${callOf(path)}\``;
  if (keys.at(-2) === "headers") return `header \`${name}\` of \`${callOf(path)}\``;
  const answer = keys[keys.indexOf("responses") + 1] ?? "";
  return keys.includes("responses")
    ? `\`${name}\` of \`${callOf(path)}\`, status \`${answer}\``
    : `\`${name}\` of \`${callOf(path)}\``;
}

/** What a property belongs to. */
function object({ path, typeName, property, base, revision }: RedoclyFinding): string {
  if (typeName === "Info" || typeName === "Root") return "the document";
  if (typeName === "Operation") return `\`${callOf(path)}\``;
  if (typeName === "RequestBody") return `the body of \`${callOf(path)}\``;
  const keys = keysOf((revision ?? base)?.pointer ?? path);
  const own = keys.at(-1) === property ? keys.slice(0, -1) : keys;
  if (own.includes("parameters") && own[1] !== "parameters")
    return `a parameter of \`${callOf(path)}\``;
  return `\`${named(own)}\``;
}

/** The last key that says something: `SendRequest` and not `schema` or `items`. */
function named(keys: readonly string[]): string {
  const silent = /^(schema|items|properties|discriminator|oneOf|anyOf|allOf|\d+)$/;
  return keys.findLast((key) => !silent.test(key)) ?? "";
}

function lastName(path: string): string {
  return keysOf(path).at(-1) ?? "";
}

/** `POST /sms/send`, or `webhook sms.failed`. */
function callOf(path: string): string {
  const [kind, name = "", method = ""] = keysOf(path);
  return kind === "webhooks" ? `webhook ${name}` : `${method.toUpperCase()} ${name}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isShort(value: Json | undefined): boolean {
  return value === undefined || JSON.stringify(value).length <= 120;
}

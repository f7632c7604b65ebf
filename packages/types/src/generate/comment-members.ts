import ts from "typescript";
import { docComment } from "./doc-comment.ts";
import { type DocumentPart, resolve } from "./document-part.ts";

/** An object of the document that its types have members for: a part, or parts by name. */
type Owner = Readonly<Record<string, unknown>>;

/**
 * Gives the members of the generated types the comment of the part of the document that they stand for,
 * in place of the one by openapi-typescript, which leaves out limits and what is behind a `$ref`.
 * Properties of an object without a name in a list or an `allOf` keep the latter.
 */
export function commentMembers(nodes: ts.Node[], document: object): void {
  const owners: Owner = { ...document, operations: operationsById(document) };
  for (const node of nodes) {
    if (ts.isInterfaceDeclaration(node)) commentWithin(node, owners[node.name.text], document);
  }
}

function commentWithin(
  { members }: ts.InterfaceDeclaration | ts.TypeLiteralNode,
  owner: unknown,
  document: object,
): void {
  if (!isObject(owner)) return;
  for (const member of members) {
    if (!ts.isPropertySignature(member) || ts.isComputedPropertyName(member.name)) continue;
    const { name, type } = member;
    const stoodFor = memberOf(owner, name.text, document);
    if (isPart(stoodFor)) setComment(member, docComment(name.text, stoodFor, document));
    if (type && ts.isTypeLiteralNode(type)) commentWithin(type, stoodFor, document);
  }
}

function memberOf(owner: Owner, name: string, document: object): unknown {
  const { properties, parameters } = owner;
  if (isObject(properties)) return properties[name];
  if (name === "parameters" && Array.isArray(parameters)) return byLocation(parameters, document);
  return owner[name];
}

/** The types have parameters as `path: { messageId }`, and the document as a list. */
function byLocation(parameters: DocumentPart[], document: object): Owner {
  const locations: Record<string, Record<string, DocumentPart>> = {};
  for (const parameter of parameters) {
    const { in: location = "", name = "" } = resolve(parameter, document);
    locations[location] = { ...locations[location], [name]: parameter };
  }
  return locations;
}

function operationsById(document: object): Owner {
  const { paths = {}, webhooks = {} } = document as Record<string, Record<string, object>>;
  const operations = [paths, webhooks].flatMap(Object.values).flatMap(Object.values);
  return Object.fromEntries(operations.map((operation) => [operation.operationId, operation]));
}

function isObject(value: unknown): value is Owner {
  return typeof value === "object" && value !== null;
}

/** Told from parts by name, among which one may have any name, by a word that is no object. */
function isPart(value: unknown): value is DocumentPart {
  const words = ["$ref", "type", "title", "summary", "description"];
  return isObject(value) && words.some((word) => typeof value[word] === "string");
}

function setComment(member: ts.PropertySignature, text: string): void {
  const lines = text.replaceAll("*/", "*\\/").split("\n");
  const [first] = lines;
  const comment: ts.SynthesizedComment = {
    kind: ts.SyntaxKind.MultiLineCommentTrivia,
    text: lines.length > 1 ? `*\n${lines.map(margined).join("\n")}\n ` : `* ${first} `,
    hasTrailingNewLine: true,
    pos: -1,
    end: -1,
  };
  ts.setSyntheticLeadingComments(member, first ? [comment] : undefined);
}

function margined(line: string): string {
  return ` * ${line}`.trimEnd();
}

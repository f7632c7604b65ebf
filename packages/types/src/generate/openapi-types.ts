import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { commentMembers } from "./comment-members.ts";
import { header } from "./header.ts";

const { factory } = ts;

/**
 * Writes the TypeScript types of every schema, operation and webhook of a bundled OpenAPI document, with
 * the words and limits of the document as their doc comments.
 * A string with an `x-extensible-enum` becomes the union of its known values and any other string, so
 * that an editor offers the known ones and a value added later still type-checks.
 */
export async function openapiTypes(document: object): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document), {
    transform: (schema) => {
      const known: unknown = Reflect.get(schema, "x-extensible-enum");
      return known && typeof known === "object" ? openUnion(Object.keys(known)) : undefined;
    },
  });
  commentMembers(nodes, document);
  return `${header}${astToString(nodes)}`;
}

function openUnion(values: string[]): ts.TypeNode {
  // `string & {}` keeps the union from collapsing to `string`, which would lose the completions.
  const anyString = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([
    ...values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    anyString,
  ]);
}

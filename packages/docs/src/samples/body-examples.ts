import {
  type Example,
  type JsonObject,
  type OpenApiDocument,
  type Operation,
  resolve,
} from "../document.ts";

/**
 * The examples of an operation's body, those without a time first: the times of the others pass, and the API
 * refuses a time that has. None where there is no body.
 */
export function bodyExamples(
  document: OpenApiDocument,
  { requestBody }: Operation,
): [name: string, example: Example][] {
  const [content] = Object.values(requestBody?.content ?? {});
  const { properties = {} } = content?.schema ? resolve(document, content.schema) : {};
  const times = Object.entries(properties)
    .filter(([, property]) => resolve(document, property).format === "date-time")
    .map(([name]) => name);
  const examples = Object.entries(content?.examples ?? {});
  const isTimed = ([, { value }]: [string, Example]) =>
    times.some((name) => (value as JsonObject)[name] !== undefined);
  return [...examples.filter((each) => !isTimed(each)), ...examples.filter(isTimed)];
}

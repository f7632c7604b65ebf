import type { Header, Response } from "@getclickmedia/sms-document";
import type { ChainedId } from "./chained-ids.ts";
import { draft7Schema } from "./draft-7-schema.ts";

export interface Expected {
  /** The answers that are right, by their status as the document writes it: `200`, `2XX`. */
  responses: Record<string, Response>;
  /** The error code that the body must have. */
  errorCode?: string;
  /** What requests after this one use. */
  chainedIds?: ChainedId[];
  /** The path parameters that the body must repeat. */
  repeated?: string[];
}

/** The tests of a request, as JavaScript for the sandbox of Postman and newman. */
export function testScript(expected: Expected): string {
  const { responses, errorCode, chainedIds = [], repeated = [] } = expected;
  const parts = [
    `// What the API's document says of each answer that is right here. The schemas are in draft-07: the
// sandbox has Ajv 6, which knows none later.
const answers = ${JSON.stringify(answersOf(responses), null, 2)};
const answer = answers[pm.response.code] || answers[String(pm.response.code)[0] + "XX"];

pm.test("The status is ${Object.keys(responses).join(" or ")}", () => {
  pm.expect(answer, "status " + pm.response.code).to.be.an("object");
});`,
    ifAnswered([
      contentTests,
      headerTests,
      ...(errorCode === undefined ? [] : [errorCodeTest(errorCode)]),
      ...repeated.map(repeatedTest),
      ...chainedIds.map(chainTest),
    ]),
  ];
  return parts.join("\n\n");
}

function answersOf(responses: Record<string, Response>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { content, headers = {} }]) => [
      status,
      {
        content: Object.fromEntries(
          Object.entries(content ?? {}).map(([type, { schema }]) => [type, draft7Schema(schema)]),
        ),
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, header]) => [name, headerRule(header)]),
        ),
      },
    ]),
  );
}

function headerRule({ required = false, schema }: Header): object {
  return { required, schema: draft7Schema(schema) };
}

/** Further tests would only say of a wrong answer that it is another. */
function ifAnswered(tests: string[]): string {
  return `if (answer) {\n${tests.join("\n\n").replace(/^(?=.)/gm, "  ")}\n}`;
}

const contentTests = `const types = Object.keys(answer.content);
const type = (pm.response.headers.get("Content-Type") || "").split(";")[0].trim().toLowerCase();
if (types.length > 0) {
  pm.test("The content type is " + types.join(" or "), () => {
    pm.expect(types).to.include(type);
  });
  pm.test("The body matches its schema", () => {
    pm.response.to.have.jsonSchema(answer.content[type] || answer.content[types[0]]);
  });
}`;

const headerTests = `Object.entries(answer.headers).forEach(([name, { required, schema }]) => {
  const value = pm.response.headers.get(name);
  if (!required && value === undefined) return;
  pm.test("The header " + name + " is as documented", () => {
    pm.expect(value, name).to.be.a("string");
    pm.expect(schema.type === "integer" ? Number(value) : value).to.have.jsonSchema(schema);
  });
});`;

function errorCodeTest(code: string): string {
  return `pm.test("The error code is ${code}", () => {
  pm.expect(pm.response.json().error.code).to.equal(${JSON.stringify(code)});
});`;
}

function repeatedTest(name: string): string {
  return `pm.test("The answer is about the ${name} that was asked for", () => {
  const asked = pm.request.url.getPath().split("/").map(decodeURIComponent);
  pm.expect(asked).to.include(pm.response.json()[${JSON.stringify(name)}]);
});`;
}

function chainTest({ variable, path }: ChainedId): string {
  const value = `pm.response.json()${path.map((field) => `[${JSON.stringify(field)}]`).join("")}`;
  return `pm.test("The ${variable} is kept for the requests that need one", () => {
  const value = ${value};
  pm.expect(value).to.be.a("string");
  pm.collectionVariables.set(${JSON.stringify(variable)}, value);
});`;
}

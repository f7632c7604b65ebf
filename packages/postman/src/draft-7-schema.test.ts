import { examplesOf, operationsOf, readDocument } from "@getclickmedia/sms-document";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { draft7Schema } from "./draft-7-schema.ts";

const bodies = operationsOf(await readDocument()).flatMap(({ operationId, responses }) =>
  Object.entries(responses).flatMap(([status, response]) =>
    Object.values(response.content ?? {}).map(({ schema }) => ({
      name: `${operationId} ${status}`,
      schema: draft7Schema(schema),
      examples: examplesOf(response).map(([, { value }]) => value),
    })),
  ),
);

test.each(bodies)("the body of $name is a schema of draft-07 that its examples match", (body) => {
  // The formats are Postman's business here; strict mode refuses keywords that draft-07 does not have.
  const ajv = new Ajv({ strict: true, strictTypes: false, validateFormats: false });
  const validate = ajv.compile(body.schema);
  expect(body.examples.length).toBeGreaterThan(0);
  for (const example of body.examples) expect(validate(example)).toBe(true);
  expect(validate({})).toBe(false);
});

test("wording and formats of numbers are left out, at every depth", () => {
  const count = { type: "integer", format: "int32", minimum: 0, title: "Count", "x-own": true };
  const time = { type: ["string", "null"], format: "date-time", examples: [null] };
  expect(
    draft7Schema({
      type: "object",
      description: "Words.",
      properties: { title: count, times: { type: "array", items: time } },
      oneOf: [{ required: ["title"], description: "Words." }],
      additionalProperties: false,
    }),
  ).toEqual({
    type: "object",
    properties: {
      title: { type: "integer", minimum: 0 },
      times: { type: "array", items: { type: ["string", "null"], format: "date-time" } },
    },
    oneOf: [{ required: ["title"] }],
    additionalProperties: false,
  });
});

test("a keyword that draft-07 does not have is refused, because Ajv 6 would not check it", () => {
  const schema = { type: "object", properties: { a: { unevaluatedProperties: false } } };
  expect(() => draft7Schema(schema)).toThrow("The schema keyword unevaluatedProperties");
});

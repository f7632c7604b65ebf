import { expect, test } from "vitest";
import { docComment } from "./doc-comment.ts";
import type { DocumentPart } from "./document-part.ts";

const schemas: Record<string, DocumentPart> = {
  PhoneNumber: {
    title: "Phone number",
    description: "A mobile.",
    pattern: "^91[0-9]{10}$",
    minLength: 12,
    maxLength: 12,
    examples: ["919876543210"],
    "x-gcm-error-code": "INVALID_NUMBER",
  },
  Credits: { title: "Credits", description: "A cost.", format: "int64", minimum: 0, maximum: 9 },
};
const comment = (part: DocumentPart, name = "member") =>
  docComment(name, part, { components: { schemas } });
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("a reference tells what it refers to, and how a bad value is answered", () => {
  expect(comment(reference("PhoneNumber"))).toMatchInlineSnapshot(`
    "A mobile.

    Pattern \`^91[0-9]{10}$\`, 12 characters. In a request, a value of another form is answered with
    \`INVALID_NUMBER\`.
    @example 919876543210"
  `);
});

test("a reference with words of its own tells these, and what it counts in", () => {
  const cost = { ...reference("Credits"), description: "What the batch costs." };
  expect(comment(cost)).toMatchInlineSnapshot(`
    "What the batch costs.

    Credits: whole number, 0 to 9."
  `);
  expect(comment(cost, "credits")).toContain("\n\nWhole number, 0 to 9.");
});

test("a parameter tells its own meaning and example with the limits of its schema", () => {
  const parameter = {
    description: "Who receives it.",
    schema: reference("PhoneNumber"),
    examples: { first: { value: "911111111111" }, second: { value: "912222222222" } },
  };
  expect(comment(parameter)).toMatchInlineSnapshot(`
    "Who receives it.

    Phone number: pattern \`^91[0-9]{10}$\`, 12 characters. In a request, a value of another form is
    answered with \`INVALID_NUMBER\`.
    @example 911111111111"
  `);
});

test("a list tells what each item is", () => {
  expect(
    comment({
      description: "Everyone.",
      minItems: 1,
      maxItems: 5,
      items: reference("PhoneNumber"),
    }),
  ).toMatchInlineSnapshot(`
    "Everyone.

    1 to 5 items.

    Each item: A mobile. Pattern \`^91[0-9]{10}$\`, 12 characters. In a request, a value of another form
    is answered with \`INVALID_NUMBER\`."
  `);
});

test.each<[DocumentPart, string]>([
  [{ minimum: 1 }, "At least 1."],
  [{ maximum: 9.5 }, "At most 9.5."],
  [{ minLength: 1, maxLength: 1 }, "1 character."],
  [{ minLength: 2 }, "At least 2 characters."],
  [{ maxItems: 0 }, "At most 0 items."],
  [{ format: "date-time", maxLength: 35 }, "RFC 3339 date and time, at most 35 characters."],
  [{ format: "email" }, "Format `email`."],
  [{ default: false }, "@default false"],
  [{ deprecated: true, example: "now" }, "@deprecated\n@example now"],
  [{ examples: [null] }, "@example null"],
  [{}, ""],
])("%j is told as %j", (part, text) => {
  expect(comment(part)).toBe(text);
});

test("known values are listed with their meaning, whether or not others may follow", () => {
  const open = {
    queued: { description: "It\nwaits." },
    held: { description: "Ours.", "x-gcm-origin": "extension" },
  };
  expect(comment({ "x-extensible-enum": open })).toMatchInlineSnapshot(`
    "Known values:
    - \`queued\`: It waits.
    - \`held\` (extension): Ours."
  `);
  expect(comment({ "x-enumDescriptions": { promotional: "Marketing." } })).toMatchInlineSnapshot(`
    "Values:
    - \`promotional\`: Marketing."
  `);
});

test("an extension says why it is there", () => {
  const part = { "x-gcm-origin": "extension", "x-gcm-reason": "The guide is silent." };
  expect(comment(part)).toBe("Extension. The guide is silent.");
});

test("a title heads a description unless it only repeats the name", () => {
  expect(comment({ title: "Batch ID", description: "A batch." }, "BatchId")).toBe("A batch.");
  expect(comment({ title: "Sender header", description: "A sender." })).toBe(
    "Sender header\n\nA sender.",
  );
  expect(comment({ title: "Sender header" })).toBe("Sender header");
});

test("a link to an operation becomes its name", () => {
  expect(comment({ description: "Ask [for the status](#operation/getStatus)." })).toBe(
    "Ask `getStatus`.",
  );
});

test("a long sentence is wrapped, and an example is not", () => {
  const long = "word ".repeat(30).trim();
  const reason = comment({ "x-gcm-origin": "extension", "x-gcm-reason": long }).split("\n");
  expect(reason.length).toBe(2);
  expect(Math.max(...reason.map(({ length }) => length))).toBeLessThanOrEqual(100);
  expect(comment({ example: long })).toBe(`@example ${long}`);
});

test("a reference that leads nowhere is refused", () => {
  expect(() => comment(reference("Nobody"))).toThrow(
    "The bundle has nothing at #/components/schemas/Nobody.",
  );
});

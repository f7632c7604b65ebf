import { expect, test } from "vitest";
import { openapiTypes } from "./openapi-types.ts";

const documentWith = (schema: object) => ({
  openapi: "3.1.1",
  info: { title: "Test", version: "1" },
  paths: {},
  components: { schemas: { Value: schema } },
});

test("an extensible enum offers its known values and admits any other string", async () => {
  const types = await openapiTypes(
    documentWith({ type: "string", "x-extensible-enum": { queued: {}, sent: {} } }),
  );

  expect(types).toContain('Value: "queued" | "sent" | (string & {});');
});

test("a new optional field becomes an optional property", async () => {
  const types = await openapiTypes(
    documentWith({ type: "object", properties: { note: { type: "string" } } }),
  );

  expect(types).toContain("note?: string;");
});

test("the text says that it is generated and how", async () => {
  expect(await openapiTypes(documentWith({ type: "string" }))).toMatch(
    /^\/\/ Generated from spec\/ by `pnpm generate`\. Do not edit\./,
  );
});

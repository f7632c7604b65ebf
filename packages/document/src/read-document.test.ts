import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import bundle from "@getclickmedia/sms-openapi" with { type: "json" };
import { beforeAll, expect, test } from "vitest";
import { examplesOf, operationsOf } from "./document.ts";
import { readDocument } from "./read-document.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "document "));
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test("the built-in document has no reference left", async () => {
  const document = await readDocument();
  expect(JSON.stringify(document)).not.toContain('"$ref"');
  expect(operationsOf(document).map(({ method, path }) => `${method} ${path}`)).toEqual(
    Object.entries(bundle.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    ),
  );
});

test("examples are found by name, and a body without content has none", async () => {
  const [send] = operationsOf(await readDocument());
  expect(examplesOf(send?.requestBody).map(([name]) => name)).toContain("orderConfirmation");
  expect(examplesOf(undefined)).toEqual([]);
});

test("a file is read as JSON or as YAML", async () => {
  const json = await file("openapi.json", JSON.stringify(bundle));
  expect(await readDocument(json)).toEqual(await readDocument());
  const yaml = await file(
    "small.yaml",
    "paths: {}\ncomponents: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { type: string } } }\n",
  );
  expect((await readDocument(yaml)).components.schemas).toEqual({
    A: { type: "string" },
    B: { type: "string" },
  });
});

test.each([
  ["missing.json", undefined, /^Cannot read the spec .*missing\.json: ENOENT\.$/],
  ["broken.json", "{", /^The spec .*broken\.json is neither JSON nor YAML: /],
  ["other.json", '{"openapi":"3.1.1"}', /^The spec .*other\.json is no bundled OpenAPI document/],
  [
    "dangling.json",
    '{"paths":{"/a":{"$ref":"#/nowhere"}},"components":{}}',
    /^The spec .*dangling\.json has a reference that leads nowhere: /,
  ],
])("%s is refused with one line", async (name, text, message) => {
  const path = text === undefined ? join(folder, name) : await file(name, text);
  const error = await readDocument(path).catch((reason: Error) => reason.message);
  expect(error).toMatch(message);
  expect(error).not.toContain("\n");
});

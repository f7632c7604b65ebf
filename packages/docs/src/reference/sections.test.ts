import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { operationsOf } from "../document.ts";
import { routeOf } from "./page-route.ts";
import { referenceSections } from "./sections.ts";

const bundle = await readBundle();
const sections = referenceSections(bundle);
const entries = sections.flatMap((section) => section.entries);

test("every operation, webhook and schema is in one section, the schemas last", () => {
  const names = [
    ...operationsOf(bundle).map(({ operation }) => operation.operationId),
    ...Object.values(bundle.webhooks).map(({ post }) => post.operationId),
    ...Object.keys(bundle.components.schemas),
  ];
  expect(entries.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  expect(sections.at(-1)?.label).toBe("Schemas");
  expect(new Set(entries.map(({ route }) => route)).size).toBe(entries.length);
});

test("operations stand under their tag, with their summary and their route", () => {
  for (const { operation } of operationsOf(bundle)) {
    const section = sections.find(({ label }) => label === operation.tags[0]);
    expect(section?.entries).toContainEqual(
      expect.objectContaining({
        name: operation.operationId,
        label: operation.summary,
        route: routeOf(operation),
      }),
    );
  }
});

test("each is found by what a reader may know of it", () => {
  for (const { path, method, operation } of operationsOf(bundle)) {
    const text = entries.find(({ name }) => name === operation.operationId)?.text;
    expect(text).toContain(`${method.toUpperCase()} ${path} ${operation.operationId}. `);
    // A word of the description, without the marks around it.
    const [word = ""] = /[A-Za-z]{4,}/.exec(operation.description) ?? [];
    expect(text).toContain(word);
  }
  for (const [event, { post }] of Object.entries(bundle.webhooks))
    expect(entries.find(({ name }) => name === post.operationId)?.text).toContain(event);
  for (const [name, { properties = {} }] of Object.entries(bundle.components.schemas)) {
    const text = entries.find((entry) => entry.name === name)?.text;
    for (const word of [name, ...Object.keys(properties)]) expect(text).toContain(word);
  }
});

test("what marks a text up is not part of what it is found by", () => {
  const description = "Reads **all** of `it`, see [here](https://example.com).";
  const components = { ...bundle.components, schemas: { Odd: { description } } };
  const [entry] = referenceSections({ ...bundle, components }).at(-1)?.entries ?? [];
  expect(entry?.text).toBe("Odd. Reads all of it, see here. ");
});

test("a schema without a title has its name", () => {
  const components = { ...bundle.components, schemas: { Odd: {}, Even: { title: "An even one" } } };
  const schemas = referenceSections({ ...bundle, components }).at(-1)?.entries;
  expect(schemas?.map(({ label, route }) => [label, route])).toEqual([
    ["Odd", "/schemas/odd"],
    ["An even one", "/schemas/even"],
  ]);
});

import {
  apiKeyScheme,
  examplesOf,
  operationsOf,
  readDocument,
  signatureHeader,
} from "@getclickmedia/sms-document";
import { Collection as LoadedCollection } from "postman-collection";
import { beforeAll, expect, test } from "vitest";
import { type Collection, type Folder, type Item, itemsOf } from "./collection.ts";
import { createCollection } from "./create-collection.ts";
import { describedOf } from "./described.ts";
import { stableId } from "./stable-id.ts";

const document = await readDocument();
const operations = operationsOf(document);

let collection: Collection;
beforeAll(async () => {
  collection = await createCollection(document);
});

function itemWithId(id: string): Item {
  const item = itemsOf(collection).find((each) => each.id === id);
  if (!item) throw new Error(`There is no item ${id}.`);
  return item;
}

function folderNamed(name: string): Folder {
  const folder = collection.item.find((each) => each.name === name);
  if (!folder) throw new Error(`There is no folder ${name}.`);
  return folder;
}

test.each(operations.map((operation) => [operation.operationId, operation] as const))(
  "%s is in the folder of its tag, with its first example and every answer",
  (operationId, operation) => {
    const item = itemWithId(stableId("operation", operationId));
    const [tag = ""] = describedOf(operation).tags ?? [];
    expect(itemsOf(folderNamed(tag))).toContain(item);
    expect(item.name).toBe(describedOf(operation).summary);
    expect(item.request.method).toBe(operation.method);
    expect(item.request.url.raw).toBe(
      `{{baseUrl}}${operation.path.replace(/\{([^}]+)\}/g, ":$1")}`,
    );

    const documented = Object.entries(operation.responses).flatMap(([status, response]) => {
      const headers = Object.entries(response.headers ?? {}).map(([name, { example }]) => [
        name,
        String(example),
      ]);
      const bodies = examplesOf(response).map(([, { value }]) => value);
      return (bodies.length > 0 ? bodies : [undefined]).map((body) => ({
        code: Number(status),
        body,
        headers,
      }));
    });
    const saved = item.response.map(({ code, body, header }) => ({
      code,
      body: body === "" ? undefined : JSON.parse(body),
      headers: header
        .filter(({ key }) => key !== "Content-Type")
        .map(({ key, value }) => [key, value]),
    }));
    expect(saved).toEqual(documented);
  },
);

test.each(operations.filter(({ requestBody }) => requestBody))(
  "each request example of $operationId is sent, or saved with its answer",
  (operation) => {
    const { request, response } = itemWithId(stableId("operation", operation.operationId));
    const successful = response.filter(({ code }) => code < 300);
    const bodies = successful.map(({ originalRequest }) =>
      JSON.parse(originalRequest.body?.raw ?? ""),
    );
    const examples = examplesOf(operation.requestBody).map(([, { value }]) => value);
    expect(bodies).toEqual(examples);
    // Times alone are variables, whose values are the document's.
    const sent = collection.variable.reduce(
      (text, { key, value }) => text.replaceAll(`{{${key}}}`, value),
      request.body?.raw ?? "",
    );
    expect(JSON.parse(sent)).toEqual(examples[0]);
  },
);

test("a saved error is beside the request that gets it", () => {
  const { response } = itemWithId(stableId("operation", "send"));
  const bodyOf = (name: string) => {
    const id = stableId("response", "send", name.split(" ")[0] ?? "", name.split(" ")[1] ?? "");
    return response.find((each) => each.id === id)?.originalRequest;
  };
  expect(JSON.parse(bodyOf("400 missingField")?.body?.raw ?? "")).not.toHaveProperty("templateId");
  expect(bodyOf("401 invalidApiKey")?.auth).toEqual({ type: "noauth" });
  expect(bodyOf("413 payloadTooLarge")?.body?.raw).toMatch(/\{\{padding\}\}$/);
  expect(bodyOf("415 unsupportedMediaType")?.header).toContainEqual({
    key: "content-type",
    value: "text/plain",
  });
});

test("every error code of every answer has a request that brings it about", () => {
  const documented = operations.flatMap(({ responses }) =>
    Object.entries(responses).flatMap(([status, response]) =>
      examplesOf(response).flatMap(([, { value }]) => {
        const { error } = value as { error?: { code: string } };
        return error ? [`${status} ${error.code}`] : [];
      }),
    ),
  );
  const provoked = itemsOf(folderNamed("Errors")).map(({ name }) => name.split(":")[0]);
  expect(new Set(provoked)).toEqual(new Set(documented));
});

test("every webhook is in the folder of its tag, written as the API signs it", () => {
  const webhooks = Object.entries(document.webhooks);
  expect(webhooks.length).toBeGreaterThan(0);
  for (const [event, { post }] of webhooks) {
    const [tag = ""] = describedOf(post).tags ?? [];
    const examples = examplesOf(post.requestBody);
    const items = itemsOf(folderNamed(tag)).filter(({ name }) => name.startsWith(`${event}: `));
    expect(items.map(({ request }) => request.body?.raw)).toEqual(
      examples.map(([, { value }]) => JSON.stringify(value)),
    );
    for (const { event: scripts, response } of items) {
      const signing = scripts.find(({ listen }) => listen === "prerequest");
      expect(signing?.script.exec.join("\n")).toContain(`"${signatureHeader(post)?.name}"`);
      expect(response).toHaveLength(Object.keys(post.responses).length);
    }
  }
});

test("every request has tests", () => {
  for (const { event } of itemsOf(collection)) {
    const tests = event.filter(({ listen }) => listen === "test");
    expect(tests.flatMap(({ script }) => script.exec).join("\n")).toContain("pm.test(");
  }
});

test("the key is a variable in the header of the document, and empty", () => {
  const attributes = (collection.auth.apikey ?? []).map(({ key, value }) => [key, value]);
  expect(collection.auth.type).toBe("apikey");
  expect(Object.fromEntries(attributes)).toEqual({
    key: apiKeyScheme(document).name,
    value: "{{apiKey}}",
    in: "header",
  });
  expect(collection.variable).toContainEqual(expect.objectContaining({ key: "apiKey", value: "" }));
  expect(collection.variable).toContainEqual(
    expect.objectContaining({ key: "baseUrl", value: document.servers[0]?.url }),
  );
});

test("no text leads to an anchor that only the documentation's page has", () => {
  expect(JSON.stringify(collection)).not.toContain("](#");
});

test("the reasons of what is not from the guide are told", () => {
  const { description } = itemWithId(stableId("operation", "send")).request;
  const response = operations[0]?.responses["402"];
  expect(description).toContain(
    `- 402: ${describedOf(response ?? {}).description} *Extension: ${describedOf(response ?? {})["x-gcm-reason"]}*`,
  );
});

test("Postman's own library loads it and keeps every request, script and answer", () => {
  const loaded = new LoadedCollection(structuredClone(collection) as object).toJSON();
  const parts = (of: { item: unknown[] }) =>
    itemsOf(of as Collection).map(({ id, name, request, response, event }) => ({
      id,
      name,
      method: request.method,
      path: request.url.path,
      body: request.body?.raw,
      header: request.header.map(({ key, value }) => [key, value]),
      scripts: event.map(({ listen, script }) => [listen, script.exec]),
      answers: response.map(({ code, body, header }) => [
        code,
        body,
        header.map(({ key, value }) => [key, value]),
      ]),
    }));
  expect(parts(loaded as unknown as Collection)).toEqual(parts(collection));
});

test("two builds are the same, and every id is there once", async () => {
  expect(JSON.stringify(await createCollection(document))).toBe(JSON.stringify(collection));
  const ids = JSON.stringify(collection).match(/"(_postman_)?id":"[^"]+"/g) ?? [];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(/"[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}"$/);
});

test("an operation that the converter puts nowhere is named", async () => {
  const changed = structuredClone(document);
  for (const { get } of Object.values(changed.paths)) Object.assign(get ?? {}, { tags: [] });
  await expect(createCollection(changed)).rejects.toThrow(
    "The converter has put getStatus, getBatch, getBalance into no folder.",
  );
});

test("what is no OpenAPI document is refused with the library's reason", async () => {
  const broken = { ...document, openapi: undefined };
  await expect(createCollection(broken)).rejects.toThrow(/^The document cannot be converted: /);
});

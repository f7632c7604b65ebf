import { expect, test } from "vitest";
import { readBundle } from "../../bundle.ts";
import type { JsonObject } from "../../document.ts";
import { withExtensionNotes } from "./extension-notes.ts";
import { mapObjects } from "./transform.ts";

const bundle = await readBundle();

test("everything that the bundle marks as an extension says so and why", () => {
  const marked: JsonObject[] = [];
  mapObjects(withExtensionNotes(bundle), (object) => {
    if (object["x-gcm-origin"] === "extension") marked.push(object);
    return object;
  });
  expect(marked.length).toBe(JSON.stringify(bundle).split('"x-gcm-origin":"extension"').length - 1);
  expect(marked.length).toBeGreaterThan(0);
  for (const { description, "x-gcm-reason": reason } of marked) {
    expect(description).toMatch(/\*Extension: .+\*$/);
    expect(description).toContain(reason);
  }
});

test("a description keeps its text, and one that is missing becomes the note", () => {
  const mark = { "x-gcm-origin": "extension", "x-gcm-reason": "It was missing." };
  const view = withExtensionNotes({
    ...bundle,
    info: { ...bundle.info, description: "Ours.\n", ...mark },
    servers: [{ url: "https://example.com", ...mark }],
  });
  expect(view.info.description).toBe("Ours.\n\n*Extension: It was missing.*");
  expect(view.servers[0]).toMatchObject({ description: "*Extension: It was missing.*" });
});

test("what is not marked stays as it is", () => {
  expect(withExtensionNotes(bundle).components.schemas.SendRequest).toEqual(
    bundle.components.schemas.SendRequest,
  );
});

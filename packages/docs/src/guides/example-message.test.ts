import { expect, test } from "vitest";
import { readBundle } from "../bundle.ts";
import { exampleMessage } from "./example-message.ts";

const bundle = await readBundle();

test("is a text that an example of the document sends", () => {
  const message = exampleMessage(bundle);
  expect(message).not.toBe("");
  expect(JSON.stringify(bundle.paths)).toContain(JSON.stringify(message));
});

test("a document without any is told", () => {
  expect(() => exampleMessage({ ...bundle, paths: {} })).toThrow("no example of a message");
});

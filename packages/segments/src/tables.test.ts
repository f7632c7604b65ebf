import { expect, test } from "vitest";
import { countSegments, segmentTables } from "./index.ts";

const { alphabet, extension, plainForms } = segmentTables();

test("the alphabet has the 128 septets but the escape, and the extension its ten signs", () => {
  expect(new Set(alphabet).size).toBe(127);
  expect(new Set(extension)).toEqual(new Set("\f^{}\\[~]|€"));
});

test("a text folded by the table counts as the text itself", () => {
  const characters = Object.keys(plainForms);
  expect(characters.length).toBeGreaterThan(100);
  for (const character of characters)
    expect(countSegments(`a${character}b`).text).toBe(`a${plainForms[character]}b`);
});

test("what the table leaves alone is left alone, beyond 16 bits too", () => {
  for (const text of ["₹", "é", "नमस्ते", "😀", "𝐀", "A~€"])
    expect([...text].map((character) => plainForms[character] ?? character).join("")).toBe(
      countSegments(text).text,
    );
});

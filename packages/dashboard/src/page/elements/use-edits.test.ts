import { expect, test } from "vitest";
import { stillOpen } from "./use-edits.ts";

test("an edit ends when it is stored, and no other", () => {
  const edits = { name: "New", routes: ["promotional"], plan: "Starter" };
  const stored = { name: "New", routes: ["promotional"], plan: "Growth", limit: 3 };
  expect(stillOpen(edits, stored)).toEqual({ plan: "Starter" });
});

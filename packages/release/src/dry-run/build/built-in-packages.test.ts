import { expect, test } from "vitest";
import { builtInPackages } from "./built-in-packages.ts";

test("the packages above the licences are found", () => {
  const text =
    "preact 11.2.0\n\nThe MIT License (MIT)\nVersion 2.0\n\n@preact/signals 2.11.4\n\nMIT\n";
  expect(builtInPackages(text)).toEqual([
    { name: "preact", version: "11.2.0" },
    { name: "@preact/signals", version: "2.11.4" },
  ]);
});

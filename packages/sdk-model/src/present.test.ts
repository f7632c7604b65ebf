import { expect, test } from "vitest";
import { present } from "./present.ts";

test("a part that is there is given back, whatever its value", () => {
  for (const part of ["text", "", 0, false, null, {}]) expect(present(part, "part")).toBe(part);
});

test("a part that is missing is named", () => {
  expect(() => present(undefined, "server")).toThrow(
    "The document has no server. Add it to spec/.",
  );
});

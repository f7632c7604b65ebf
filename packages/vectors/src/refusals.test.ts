import { operations } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { refusalVectors } from "./refusals.ts";

test("each of these ids would lead to another path than that of the operation", () => {
  for (const { operation, arguments: args } of refusalVectors()) {
    const { path } = operations[operation];
    const [id] = Object.values(args).map((each) => encodeURIComponent(String(each)));
    const reached = new URL(`https://host${path.replace(/{\w+}/, id ?? "")}`).pathname;
    expect(reached.split("/").at(-1)).toBe("");
  }
});

test("every operation with an id refuses them", () => {
  const withId = Object.values(operations).filter(({ path }) => path.includes("{"));
  expect(new Set(refusalVectors().map(({ operation }) => operation))).toEqual(
    new Set(withId.map(({ name }) => name)),
  );
});

import { operationsOf } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { readGeneratedDocument } from "../generated.ts";
import { controlOperations } from "./create-control.ts";

const operations = operationsOf(await readGeneratedDocument("control"));

test("every operation of the document has a handler, and every handler its operation", () => {
  const documented = operations.map(({ operationId }) => operationId).sort();
  expect(Object.keys(controlOperations).sort()).toEqual(documented);
  expect(new Set(documented).size).toBe(documented.length);
});

test("every operation says how a bad request is refused, and a missing thing where it names one", () => {
  for (const { operationId, path, responses } of operations) {
    expect(responses, operationId).toHaveProperty("400");
    if (path.includes("{")) expect(responses, operationId).toHaveProperty("404");
  }
});

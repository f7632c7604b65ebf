import { readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import * as generated from "../generated/constants.ts";
import { constants } from "./constants.ts";

const model = readModel(await readDocument());

test("have a comment each", () => {
  const lines = constants(model).split("\n");
  const exported = lines.flatMap((line, index) =>
    line.startsWith("export") ? [lines[index - 1]] : [],
  );
  expect(exported).toHaveLength(Object.keys(generated).length);
  for (const comment of exported) expect(comment).toMatch(/^\/\*\* [A-Z].+\. \*\/$/);
});

test("have the version of the package", () => {
  expect(generated.version).toBe(manifest.version);
});

test("follow the model, whatever is in a pattern", () => {
  const text = constants({
    ...model,
    baseUrl: "https://host/v2",
    keyHeader: "x-key",
    environments: { new_: "new" },
    phoneNumberPattern: "^a/b$",
    finalStatuses: ["expired"],
    recipientsPerRequest: { Free: 10, Starter: 1000 },
  });
  expect(text).toContain('export const baseUrl = "https://host/v2" as const;');
  expect(text).toContain('export const keyHeader = "x-key" as const;');
  expect(text).toContain('export const environments = {"new_":"new"} as const;');
  expect(text).toContain("export const phoneNumber = /^a\\/b$/;");
  expect(text).toContain('export const finalStatuses = ["expired"] as const;');
  expect(text).toContain(
    'export const recipientsPerRequest = {"Free":10,"Starter":1000} as const;',
  );
  expect(text).toContain('export const smallestPlan = "Free" as const;');
});

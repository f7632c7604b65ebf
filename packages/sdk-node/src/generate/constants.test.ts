import { readDocument } from "@getclickmedia/sms-document";
import { messageStatuses, plans } from "@getclickmedia/sms-types";
import { beforeEach, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import * as generated from "../generated/constants.ts";
import { type Bundle, readBundle } from "./bundle.ts";
import { constants } from "./constants.ts";

const original = readBundle(await readDocument());
let bundle: Bundle;
beforeEach(() => {
  bundle = structuredClone(original);
});

const valuesOf = (schema: string) =>
  bundle.schemas[schema]?.["x-extensible-enum"] as Record<string, Record<string, unknown>>;

describe("the constants", () => {
  test("are the facts of the catalogue", () => {
    expect(generated).toMatchObject({
      version: manifest.version,
      finalStatuses: Object.values(messageStatuses)
        .filter((status) => status.final)
        .map(({ name }) => name),
      recipientsPerRequest: Object.fromEntries(
        Object.values(plans).map(({ name, recipientsPerRequest }) => [name, recipientsPerRequest]),
      ),
    });
  });

  test("have a comment each", () => {
    const text = constants(bundle);
    const lines = text.split("\n");
    const exported = lines.flatMap((line, index) =>
      line.startsWith("export") ? [lines[index - 1]] : [],
    );
    expect(exported).toHaveLength(Object.keys(generated).length);
    for (const comment of exported) expect(comment).toMatch(/^\/\*\* [A-Z].+\. \*\/$/);
  });

  test("follow the address and the key", () => {
    const keyPrefixes = { new_: { environment: "new" } };
    const text = constants({
      ...bundle,
      baseUrl: "https://host/v2",
      keyHeader: "x-key",
      keyPrefixes,
    });
    expect(text).toContain('export const baseUrl = "https://host/v2" as const;');
    expect(text).toContain('export const keyHeader = "x-key" as const;');
    expect(text).toContain('export const environments = {"new_":"new"} as const;');
  });

  test("follow the pattern of phone numbers, whatever is in it", () => {
    Object.assign(bundle.schemas.PhoneNumber ?? {}, { pattern: "^a/b$" });
    expect(constants(bundle)).toContain("export const phoneNumber = /^a\\/b$/;");
  });

  test("have a new final status, and no status that may change", () => {
    Object.assign(valuesOf("MessageStatus"), {
      expired: { description: "", final: true },
      delayed: { description: "", final: false },
    });
    const statuses = JSON.stringify([...generated.finalStatuses, "expired"]);
    expect(constants(bundle)).toContain(`export const finalStatuses = ${statuses} as const;`);
  });

  test("have a new plan in the order of its size", () => {
    Object.assign(valuesOf("Plan"), {
      Middle: { recipientsPerRequest: 2_000 },
      Free: { recipientsPerRequest: 10 },
    });
    const text = constants(bundle);
    expect(text).toContain(
      'export const recipientsPerRequest = {"Free":10,"Starter":1000,"Middle":2000,"Growth":5000,"Enterprise":10000} as const;',
    );
    expect(text).toContain('export const smallestPlan = "Free" as const;');
  });
});

describe("a document without a part is refused by the name of that part", () => {
  test.each([
    ["PhoneNumber", "The document has no pattern in PhoneNumber."],
    ["MessageStatus", "The document has no values in MessageStatus."],
    ["Plan", "The document has no values in Plan."],
  ])("%s", (schema, message) => {
    bundle.schemas[schema] = {};
    expect(() => constants(bundle)).toThrow(message);
    delete bundle.schemas[schema];
    expect(() => constants(bundle)).toThrow(message);
  });

  test("the recipients of a plan", () => {
    Object.assign(valuesOf("Plan"), { Free: { description: "" } });
    expect(() => constants(bundle)).toThrow(
      "The document has no recipientsPerRequest for the plan Free.",
    );
  });
});

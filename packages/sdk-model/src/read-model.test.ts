import { type ApiDocument, apiKeyScheme, readDocument } from "@getclickmedia/sms-document";
import { baseUrl, keyPrefixes, messageStatuses, plans } from "@getclickmedia/sms-types";
import { beforeEach, describe, expect, test } from "vitest";
import { readModel } from "./read-model.ts";

const original = await readDocument();
let document: ApiDocument;
beforeEach(() => {
  document = structuredClone(original);
});

const schema = (name: string) => document.components.schemas[name] ?? expect.fail(name);
const valuesOf = (name: string) => schema(name)["x-extensible-enum"] as Record<string, object>;

describe("the model", () => {
  test("has the address, the header of the key in lower case, and the prefixes of keys", () => {
    apiKeyScheme(document).name = "X-Key";
    expect(readModel(document)).toMatchObject({
      baseUrl,
      keyHeader: "x-key",
      environments: Object.fromEntries(
        Object.values(keyPrefixes).map(({ name, environment }) => [name, environment]),
      ),
    });
  });

  test("has the final statuses, with a new one, and none that may change", () => {
    const final = Object.values(messageStatuses).filter((status) => status.final);
    Object.assign(valuesOf("MessageStatus"), {
      expired: { description: "", final: true },
      delayed: { description: "", final: false },
    });
    expect(readModel(document).finalStatuses).toEqual([
      ...final.map(({ name }) => name),
      "expired",
    ]);
  });

  test("has the plans by their size, with new ones", () => {
    Object.assign(valuesOf("Plan"), {
      Middle: { recipientsPerRequest: 2_000 },
      Free: { recipientsPerRequest: 10 },
    });
    const { recipientsPerRequest } = readModel(document);
    expect(Object.keys(recipientsPerRequest)[0]).toBe("Free");
    const sizes = Object.values(recipientsPerRequest);
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(sizes).toEqual(
      expect.arrayContaining(Object.values(plans).map((plan) => plan.recipientsPerRequest)),
    );
  });
});

describe("a document without a part is refused by the name of that part", () => {
  test.each([
    ["server", () => document.servers.splice(0)],
    [
      "key prefixes in its security scheme",
      () => Reflect.deleteProperty(apiKeyScheme(document), "x-gcm-key-prefixes"),
    ],
    ["pattern in PhoneNumber", () => delete schema("PhoneNumber").pattern],
    ["values in MessageStatus", () => delete document.components.schemas.MessageStatus],
    ["values in Plan", () => delete schema("Plan")["x-extensible-enum"]],
    [
      "recipientsPerRequest for the plan Free",
      () => Object.assign(valuesOf("Plan"), { Free: { description: "" } }),
    ],
    ["error codes in ErrorCode", () => delete document.components.schemas.ErrorCode],
    ["security scheme", () => delete document.components.securitySchemes],
  ])("no %s", (part, remove) => {
    remove();
    expect(() => readModel(document)).toThrow(`The document has no ${part}.`);
  });
});

test("the document itself is not changed", () => {
  readModel(document);
  expect(document).toEqual(original);
});

import document from "@getclickmedia/sms-openapi" with { type: "json" };
import { expect, test } from "vitest";
import * as generated from "../index.ts";
import { type CatalogueSource, catalogue } from "./catalogue.ts";

const source = document as unknown as CatalogueSource;

test("an error code added to the spec becomes a constant", () => {
  const changed = structuredClone(source);
  Object.assign(changed.components.schemas.ErrorCode?.["x-extensible-enum"] ?? {}, {
    TEAPOT: { status: 418, retryable: false, description: "Short and stout.", action: "Pour." },
  });

  expect(catalogue(changed)).toContain('"name": "TEAPOT",\n    "status": 418');
});

test("a bundle without the error catalogue is refused by name", () => {
  const changed = structuredClone(source);
  delete changed.components.schemas.ErrorCode;

  expect(() => catalogue(changed)).toThrow("no catalogue in ErrorCode");
});

test("every webhook event carries the status it announces", () => {
  expect(Object.values(generated.webhookEvents).map(({ status }) => status)).toEqual(
    Object.keys(generated.messageStatuses),
  );
});

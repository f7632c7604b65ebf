import { readDocument } from "@getclickmedia/sms-document";
import { plans } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { bulkVectors } from "./bulk.ts";

const document = await readDocument();
const vectors = bulkVectors(document);
const phoneNumber = new RegExp(String(document.components.schemas.PhoneNumber?.pattern));

test.each(vectors)("$name", ({ recipients, cap, calls, notSent }) => {
  const distinct = typeof recipients === "number" ? [] : [...new Set(recipients)];
  const wellFormed = distinct.filter((recipient) => phoneNumber.test(recipient));
  const count = typeof recipients === "number" ? recipients : wellFormed.length;
  expect(calls.reduce((sum, size) => sum + size, 0)).toBe(count);
  expect(calls.slice(0, -1)).toEqual(calls.slice(0, -1).map(() => cap));
  expect(calls.every((size) => size >= 1 && size <= cap)).toBe(true);
  expect(notSent).toEqual(distinct.filter((recipient) => !phoneNumber.test(recipient)));
});

test("the cap of every plan is tried from below, at, and beyond", () => {
  for (const { name, recipientsPerRequest: cap } of Object.values(plans)) {
    const counts = vectors
      .filter((vector) => vector.name.startsWith(`${name}:`))
      .map(({ recipients }) => recipients);
    expect(counts).toEqual([0, 1, cap - 1, cap, cap + 1, 2 * cap, 3 * cap + 5]);
  }
});

import { errorCodes } from "@getclickmedia/sms-types";
import { expect, test } from "vitest";
import { magicRecipient, magicRecipients } from "./magic-recipients.ts";

test("each has a number of its own that no mobile in India can have", () => {
  const numbers = magicRecipients.map(({ to }) => to);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const to of numbers) expect(to).toMatch(/^910\d{9}$/);
});

test("each is found by its number, and no other number is magic", () => {
  for (const recipient of magicRecipients) expect(magicRecipient(recipient.to)).toBe(recipient);
  for (const to of [
    "919876543210",
    "910999999999",
    `910${String(magicRecipients.length).padStart(9, "0")}`,
  ])
    expect(magicRecipient(to)).toBeUndefined();
});

test("what does not arrive says why, and errors are of the catalogue", () => {
  for (const { ending, failReason, error } of magicRecipients) {
    expect(failReason !== undefined).toBe(ending !== undefined);
    if (error !== undefined) expect(errorCodes).toHaveProperty(error);
  }
});

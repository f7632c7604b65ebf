import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { outcomeVectors } from "./outcomes.ts";
import type { OutcomeVector } from "./vectors.ts";

const vectors = outcomeVectors(await readDocument());
const having = (outcome: OutcomeVector["outcome"]) =>
  vectors.filter((vector) => vector.outcome === outcome);
const answered = (name: string) => vectors.find((vector) => vector.name === name);

test("who is accepted has a batch, and nobody of it failed or is missing", () => {
  for (const { name, status, body, recipients } of having("accepted")) {
    const { batchId, queued, failed } = JSON.parse(body);
    expect([name, status, typeof batchId]).toEqual([name, 200, "string"]);
    expect([0, null, undefined], name).toContain(failed);
    expect(typeof queued === "number" && queued < recipients, name).toBe(false);
  }
});

test("who is not accepted was refused by the API or by all of its counts", () => {
  for (const { name, status, body, recipients } of having("notAccepted")) {
    if (status !== 200) continue;
    const { queued, failed } = JSON.parse(body);
    expect([queued, failed >= recipients], name).toEqual([0, true]);
  }
});

test.each([
  ["200 with one queued and no failure", "unknown"],
  ["200 with one queued and one failed", "unknown"],
  ["200 with none queued and no failure", "unknown"],
  ["200 without an id", "unknown"],
  ["408 with a code", "notAccepted"],
  ["408 without a code", "unknown"],
  ["499 without a code", "unknown"],
  ["402 INSUFFICIENT_CREDITS", "notAccepted"],
  ["402 without a code", "notAccepted"],
])("%s: %s", (name, outcome) => {
  expect(answered(name)?.outcome).toBe(outcome);
});

test("a count is written as it stands in the JSON", () => {
  expect(answered("200 with fractions of nothing")?.body).toBe(
    '{"batchId":"gcm_batch_1","total":2,"queued":2.0,"failed":0.0}',
  );
  expect(answered("200 with no count at all")?.body).toBe('{"batchId":"gcm_batch_1","total":2}');
});

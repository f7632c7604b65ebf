import { expect, test } from "vitest";
import { type BulkOutcome, BulkResult, countOutcomes } from "./bulk-result.ts";

const [a, b, c, d] = ["919000000000", "919000000001", "919000000002", "919000000003"] as const;

const accepted = (...recipients: string[]): BulkOutcome => ({
  status: "accepted",
  recipients,
  batchId: "gcm_batch_1",
  response: { data: {} as never, status: 200, headers: new Headers() },
});
const failed = (status: "notAccepted" | "unknown", ...recipients: string[]): BulkOutcome => ({
  status,
  recipients,
  error: new Error("for the test"),
});

test("it is complete when the source has ended and everyone was accepted", () => {
  expect(new BulkResult([], true, undefined).complete).toBe(true);
  expect(new BulkResult([accepted(a), accepted(b)], true, undefined).complete).toBe(true);
  expect(new BulkResult([accepted(a)], false, undefined).complete).toBe(false);
  expect(new BulkResult([accepted(a), failed("unknown", b)], true, undefined).complete).toBe(false);
  expect(new BulkResult([failed("notAccepted", b)], true, undefined).complete).toBe(false);
});

test("the counts are of recipients, not of calls", () => {
  const outcomes = [
    accepted(a, b),
    failed("unknown", c),
    failed("notAccepted"),
    failed("unknown", d),
  ];
  const counts = { accepted: 2, notAccepted: 0, unknown: 2 };
  expect(countOutcomes(outcomes)).toEqual(counts);
  expect(new BulkResult(outcomes, true, undefined).counts).toEqual(counts);
});

test("the remaining are those to whom it is safe and of use to send again", () => {
  const outcomes = [
    accepted(a),
    failed("notAccepted", c, "9876543210", b),
    failed("unknown", d),
    failed("notAccepted", 919_876_543_210 as unknown as string),
  ];
  expect(new BulkResult(outcomes, true, undefined).remaining).toEqual([c, b]);
});

test("iterating gives every recipient with its outcome", () => {
  const [first, second] = [accepted(a, b), failed("unknown", c)] as const;
  const result = new BulkResult([first, second], true, undefined);
  expect([...result]).toEqual([
    [a, first],
    [b, first],
    [c, second],
  ]);
  expect(new Map(result).get(c)).toBe(second);
});

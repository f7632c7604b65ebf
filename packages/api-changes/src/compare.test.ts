import { expect, test } from "vitest";
import { get, remove, rename, set } from "../test/fixtures/edit.ts";
import { bundle } from "../test/fixtures/pairs.ts";
import { comparePairs } from "./compare.ts";
import type { Json } from "./json.ts";

function changed(change: (document: Json) => void) {
  const head = structuredClone(bundle);
  change(head);
  return { base: bundle, head };
}

const writtenOut = changed((document) => {
  const field = "/components/schemas/SmsFailedEvent/properties/batchId";
  set(document, field, get(document, "/components/schemas/NullableBatchId"));
  set(document, `${field}/maxLength`, 128);
  set(document, `${field}/description`, "The batch, if there is one.");
});

// Together, because most of the time goes into the start of a run.
const [renamed, narrower, deprecated, out, back, several] = comparePairs([
  changed((document) => {
    rename(document, "/paths/~1sms~1status~1{messageId}", "/sms/status/{id}");
    set(document, "/components/parameters/MessageId/name", "id");
  }),
  changed((document) =>
    set(document, "/components/parameters/WebhookSignature/schema/minLength", 1),
  ),
  changed((document) => {
    set(document, "/paths/~1account~1balance/get/deprecated", true);
    set(document, "/paths/~1sms~1batch~1{batchId}/get/parameters/0/deprecated", true);
  }),
  writtenOut,
  { base: writtenOut.head, head: bundle },
  changed((document) => {
    set(document, "/components/schemas/SendRequest/properties/campaign", { type: "string" });
    set(document, "/paths/~1sms~1send/post/summary", "Send");
    remove(document, "/paths/~1account~1balance");
  }),
]);

test("a renamed parameter of a path is one change and not the path's too", () => {
  expect(renamed?.map(({ rule }) => rule)).toEqual(["path-parameter-renamed"]);
});

test("a change within a parameter is told where it is written, once, with every call that it touches", () => {
  expect(narrower).toHaveLength(1);
  expect(narrower?.[0]).toMatchObject({
    pointer: "/components/parameters/WebhookSignature/schema/minLength",
    directions: ["webhook"],
    what: "`minLength` of `WebhookSignature` changed from `64` to `1`.",
  });
  expect(narrower?.[0]?.operations).toHaveLength(Object.keys(bundle.webhooks ?? {}).length);
});

test("what is deprecated says so, and asks to move on", () => {
  expect(deprecated?.map(({ what, todo }) => [what, todo])).toEqual([
    ["`GET /account/balance` is deprecated.", "Move to what takes its place when you can."],
    [
      "A parameter of `GET /sms/batch/{batchId}` is deprecated.",
      "Move to what takes its place when you can.",
    ],
  ]);
});

test("a schema that is written out and changed is told for what has it alone", () => {
  const told = (rating: string) => [rating, ["webhook sms.failed"]];
  expect(out?.map(({ rating, operations }) => [rating, operations])).toEqual([
    told("major"),
    told("patch"),
  ]);
  expect(back?.map(({ rating, operations }) => [rating, operations])).toEqual([
    told("minor"),
    told("patch"),
  ]);
});

test("the highest rated change comes first", () => {
  expect(several?.map(({ rating }) => rating)).toEqual(["major", "minor", "patch"]);
});

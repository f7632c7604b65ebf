import type { ApiDocument } from "@getclickmedia/sms-document";
import { type ErrorCode, errorCodes } from "@getclickmedia/sms-types";
import { answerWith } from "./error-examples.ts";
import type { Answer, OutcomeVector } from "./vectors.ts";

type Outcome = OutcomeVector["outcome"];

/** The counts of an answer as its JSON has them: `undefined` where it lacks one. */
type Counts = [name: string, queued: string | undefined, failed: string | undefined, Outcome];

/**
 * Of two recipients. They were accepted where nobody failed and the count does not say that someone is missing; they
 * were not where all of them failed. Nothing else says who is who.
 */
const counts: Counts[] = [
  ["both queued", "2", "0", "accepted"],
  ["both queued and no count of failures", "2", undefined, "accepted"],
  ["both queued and null for the failures", "2", "null", "accepted"],
  ["no failure and no count of the queued", undefined, "0", "accepted"],
  ["no failure and null for the queued", "null", "0", "accepted"],
  ["no count at all", undefined, undefined, "accepted"],
  ["more queued than there are", "3", "0", "accepted"],
  ["fractions of nothing", "2.0", "0.0", "accepted"],
  ["one queued and one failed", "1", "1", "unknown"],
  ["both queued and one failed", "2", "1", "unknown"],
  ["one failed and no count of the queued", undefined, "1", "unknown"],
  ["both failed and no count of the queued", undefined, "2", "unknown"],
  ["both failed and null for the queued", "null", "2", "unknown"],
  ["both failed and a text for the queued", '"0"', "2", "unknown"],
  ["both failed and false for the queued", "false", "2", "unknown"],
  ["no failure and a text for the queued", '"2"', "0", "unknown"],
  ["no failure and an object for the queued", "{}", "0", "unknown"],
  ["no failure and true for the queued", "true", "0", "unknown"],
  ["one queued and no failure", "1", "0", "unknown"],
  ["one queued and no count of failures", "1", undefined, "unknown"],
  ["none queued and no failure", "0", "0", "unknown"],
  ["none queued and no count of failures", "0", undefined, "unknown"],
  ["none queued and one failed", "0", "1", "unknown"],
  ["one and a half queued", "1.5", "0", "unknown"],
  ["less than none queued", "-1", "0", "unknown"],
  ["both queued and half a failure", "2", "0.5", "unknown"],
  ["both queued and less than no failure", "2", "-1", "unknown"],
  ["both queued and a text for the failures", "2", '"0"', "unknown"],
  ["both queued and another text for the failures", "2", '"1"', "unknown"],
  ["both queued and true for the failures", "2", "true", "unknown"],
  ["both queued and false for the failures", "2", "false", "unknown"],
  ["both queued and an array for the failures", "2", "[]", "unknown"],
  ["none queued and a text for the failures", "0", '"2"', "unknown"],
  ["none queued and both failed", "0", "2", "notAccepted"],
  ["none queued and more failed than there are", "0", "3", "notAccepted"],
];

/** What the answer to a bulk send says of those it was to reach. */
export function outcomeVectors(document: ApiDocument): OutcomeVector[] {
  const documented = (code: ErrorCode) => answerWith(document, code, errorCodes[code].status);
  return [
    ...counts.map(([name, queued, failed, outcome]) =>
      vector(`200 with ${name}`, success({ queued, failed }), outcome),
    ),
    vector("200 without an id", { ...success({}), body: '{"queued":2,"failed":0}' }, "unknown"),
    ...(["INVALID_REQUEST", "INSUFFICIENT_CREDITS"] as const).map((code) =>
      vector(`${errorCodes[code].status} ${code}`, documented(code), "notAccepted"),
    ),
    // The API says itself that it did not get the whole request; something on the way does not know.
    vector("408 with a code", answerWith(document, "INVALID_REQUEST", 408), "notAccepted"),
    ...[408, 499, 503].map((status) => withoutCode(status, "unknown")),
    ...[400, 402, 413].map((status) => withoutCode(status, "notAccepted")),
  ];
}

function success(counts: Record<string, string | undefined>): Answer {
  const fields = Object.entries(counts)
    .filter(([, written]) => written !== undefined)
    .map(([name, written]) => `,"${name}":${written}`);
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: `{"batchId":"gcm_batch_1","total":2${fields.join("")}}`,
  };
}

function withoutCode(status: number, outcome: Outcome): OutcomeVector {
  return vector(`${status} without a code`, { status, headers: {}, body: "" }, outcome);
}

function vector(name: string, answer: Answer, outcome: Outcome): OutcomeVector {
  return { name, recipients: 2, ...answer, outcome };
}

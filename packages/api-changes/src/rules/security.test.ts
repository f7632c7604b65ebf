import { expect, test } from "vitest";
import type { Json } from "../json.ts";
import { securityChanges } from "./security.ts";

function document(root: Json | undefined, own: Json | undefined): Json {
  const operation = { responses: {}, ...(own === undefined ? {} : { security: own }) };
  return { ...(root === undefined ? {} : { security: root }), paths: { "/a": { get: operation } } };
}

/** What changes when the requirements of the document, or of the call where they are given, change. */
function rating(before: [Json?, Json?], after: [Json?, Json?]) {
  const changes = securityChanges(document(...before), document(...after));
  return changes.map((change) => change.rating).join() || "none";
}

const key = { Key: [] };
const token = { Token: ["read"] };

test("what a call requires is its own, or else the document's", () => {
  expect(rating([[key]], [[key], [key]])).toBe("none");
  expect(rating([[key], []], [[key]])).toBe("major");
  expect(rating([[key]], [[key], []])).toBe("minor");
  expect(rating([[]], [[key]])).toBe("major");
  expect(rating([], [[key]])).toBe("major");
});

test("one of several is enough, and all of one are needed", () => {
  expect(rating([[key]], [[token, key]])).toBe("minor");
  expect(rating([[token, key]], [[key]])).toBe("major");
  expect(rating([[key]], [[{ ...key, ...token }]])).toBe("major");
  expect(rating([[{ ...key, ...token }]], [[key]])).toBe("minor");
  expect(rating([[key, token]], [[token, key]])).toBe("none");
});

test("a scope more is a demand more", () => {
  expect(rating([[token]], [[{ Token: ["read", "send"] }]])).toBe("major");
  expect(rating([[{ Token: ["read", "send"] }]], [[token]])).toBe("minor");
});

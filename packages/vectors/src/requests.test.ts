import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { requestVectors } from "./requests.ts";

const vectors = requestVectors(await readDocument());
const called = (name: string) => vectors.find((vector) => vector.name === name);

test("a call with a body, to the letter", () => {
  expect(called("send otp")).toEqual({
    name: "send otp",
    operation: "send",
    arguments: {
      to: "919876543210",
      message: "Your OTP is 482910. Valid for 10 minutes. — GCMDIA",
      senderId: "GCMDIA",
      templateId: "1007161234567890125",
      type: "transactional",
    },
    method: "POST",
    path: "/sms/send",
    headers: { "x-api-key": "gcm_test_of0vectors0only", "content-type": "application/json" },
    body: '{"to":"919876543210","message":"Your OTP is 482910. Valid for 10 minutes. — GCMDIA","senderId":"GCMDIA","templateId":"1007161234567890125","type":"transactional"}',
  });
});

test("a call without a body has no content type", () => {
  expect(called("getStatus of an id with a slash")).toMatchObject({
    method: "GET",
    path: "/sms/status/a%2Fb",
    headers: { "x-api-key": "gcm_test_of0vectors0only" },
    body: null,
  });
  expect(called("getBalance")).toMatchObject({ arguments: {}, path: "/account/balance" });
});

test("bodies say what the arguments say, and paths lead to the operation", () => {
  for (const { arguments: args, path, body } of vectors) {
    if (body !== null) expect(JSON.parse(body)).toEqual(args);
    else
      expect(decodeURIComponent(path.split("/").at(-1) ?? "")).toBe(
        Object.values(args)[0] ?? "balance",
      );
    // As a URL parser reads it: no segment is lost, no query or fragment begins.
    expect(new URL(`https://host/v1${path}`).href).toBe(`https://host/v1${path}`);
  }
});

test("ids are encoded so far that every language's encoder agrees", () => {
  for (const { path } of vectors) expect(path).toMatch(/^(\/([\w.~-]|%[0-9A-F]{2})+)+$/);
});

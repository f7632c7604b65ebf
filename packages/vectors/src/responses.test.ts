import { readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { responseVectors } from "./responses.ts";

const vectors = responseVectors(await readDocument());
const answered = (name: string) => vectors.find((vector) => vector.name === name);

test("each value is what its body says", () => {
  for (const { body, value } of vectors) expect(JSON.parse(body)).toEqual(value);
});

test("what is added to the API is passed on", () => {
  expect(answered("getStatus of a status that is new")?.value).toMatchObject({ status: "expired" });
  expect(answered("getBalance of a plan that is new")?.value).toMatchObject({ plan: "Scale" });
  expect(answered("getBatch with null for the batch")?.value).toMatchObject({ batchId: null });
  expect(answered("send with fields that are new")?.value).toMatchObject({ note: null });
});

test("numbers stand in the body as servers write them", () => {
  expect(answered("getBalance of credits written with a fraction of nothing")).toMatchObject({
    body: '{"credits":48250.0,"plan":"Growth","expiresAt":"2026-12-31"}',
    value: { credits: 48250 },
  });
});

test("the same answer is there in UTF-8 and in ASCII", () => {
  expect(answered("getStatus in UTF-8")?.body).toContain('"Jio — जियो 📶","credits":1');
  expect(answered("getStatus in ASCII with escaped slashes")?.body).toMatch(
    /"Jio \\u2014 \\u091c\\u093f\\u092f\\u094b \\ud83d\\udcf6".*"a\\\/b"/,
  );
});

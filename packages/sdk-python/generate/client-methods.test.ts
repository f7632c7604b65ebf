import { readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { clientMethods } from "./client-methods.ts";
import { Prose } from "./prose.ts";

const model = readModel(await readDocument());
const sync = clientMethods(model, new Prose(model), "sync");
const async = clientMethods(model, new Prose(model), "async");

test("every operation has a method in both clients, with the same words", () => {
  const signatures = (text: string) => [...text.matchAll(/ def (\w+)\(/g)].map(([, name]) => name);
  expect(signatures(sync)).toEqual([
    "send",
    "send_bulk",
    "get_status",
    "get_batch",
    "cancel_scheduled",
    "get_balance",
  ]);
  expect(signatures(async)).toEqual(signatures(sync));
  const words = (text: string) => [...text.matchAll(/"""[^"]+"""/g)].map(([words]) => words);
  expect(words(async)).toEqual(words(sync));
  expect(words(sync)).toHaveLength(8);
});

test("what is sent to whom is in no variable while the call goes on", () => {
  for (const text of [sync, async]) {
    expect(text).toMatch(/del to, message {2}#.*\n {8}return (await )?self\._call\(SEND, body\)/);
    expect(text).toMatch(/del recipients, message {2}#.*\n {8}return (await )?self\._send_bulk\(/);
  }
});

test("only the async client takes async sources", () => {
  expect(sync).toContain("recipients: Iterable[str],");
  expect(async).toContain("recipients: Iterable[str] | AsyncIterable[str],");
});

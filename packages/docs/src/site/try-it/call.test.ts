import { expect, test } from "vitest";
import { asCurl, callOf, type Filled, isLocal } from "./call.ts";

const filled: Filled = {
  method: "POST",
  path: "/sms/send",
  keyHeader: "x-api-key",
  server: "http://127.0.0.1:4020/v1",
  apiKey: "gcm_test_demo",
  parameters: {},
  body: '{"to":"1"}',
};
const bare: Filled = { ...filled, method: "GET", path: "/a/{id}/{part}" };
delete bare.body;

test("a call has the key, and its body as it was written", () => {
  expect(callOf({ ...filled, body: '{ "to" : "1" }' })).toEqual({
    method: "POST",
    url: "http://127.0.0.1:4020/v1/sms/send",
    headers: { "x-api-key": "gcm_test_demo", "content-type": "application/json" },
    body: '{ "to" : "1" }',
  });
});

test("a call without a body says nothing of one", () => {
  expect(callOf({ ...bare, parameters: { id: "1", part: "2" } })).toEqual({
    method: "GET",
    url: "http://127.0.0.1:4020/v1/a/1/2",
    headers: { "x-api-key": "gcm_test_demo" },
  });
});

test("an error is asked for by its status, and only when one is chosen", () => {
  expect(callOf({ ...filled, prefer: "429" }).headers.prefer).toBe("code=429");
  expect(callOf({ ...filled, prefer: "" }).headers).not.toHaveProperty("prefer");
});

test("parameters are trimmed and escaped in the path, and have to be there", () => {
  expect(callOf({ ...bare, parameters: { id: " a/b ", part: "ä?" } }).url).toBe(
    "http://127.0.0.1:4020/v1/a/a%2Fb/%C3%A4%3F",
  );
  expect(() => callOf({ ...bare, parameters: { id: "1", part: "  " } })).toThrow("Fill in part.");
  expect(() => callOf({ ...bare, parameters: { part: "1" } })).toThrow("Fill in id.");
});

test.each([
  ["http://127.0.0.1:4020/v1/", "http://127.0.0.1:4020/v1"],
  ["  http://localhost:80/v1 ", "http://localhost/v1"],
  ["http://127.0.0.1", "http://127.0.0.1"],
  ["http://127.0.0.1/v1//", "http://127.0.0.1/v1"],
  ["http://127.0.0.1/v1/../v2", "http://127.0.0.1/v2"],
])("the server %s is called", (server, base) => {
  expect(callOf({ ...filled, server }).url).toBe(`${base}/sms/send`);
});

test.each([
  "",
  "127.0.0.1:4020",
  "https://127.0.0.1:4020/v1",
  "https://api.example.com/v1",
  "http://example.com/v1",
  "http://127.0.0.1.example.com/",
  "http://127.0.0.1@example.com/",
  "http://localhost.example.com/",
  "http://192.168.0.1/",
  "javascript:alert(1)",
])("the server %j never gets the key", (server) => {
  for (const make of [callOf, asCurl])
    expect(() => make({ ...filled, server })).toThrow(
      "This page only calls servers on your own machine: write an address such as ",
    );
});

test.each([
  "http://127.0.0.1/v1?to=1",
  "http://127.0.0.1/v1?",
  "http://127.0.0.1/v1#here",
  "http://user:word@127.0.0.1/v1",
])("the server %j, behind which no path can stand, is told", (server) => {
  for (const make of [callOf, asCurl])
    expect(() => make({ ...filled, server })).toThrow("An address ends with its path");
});

test.each([".", ".."])("the parameter %j, which would change the path, is told", (id) => {
  for (const make of [callOf, asCurl])
    expect(() => make({ ...bare, parameters: { id, part: "2" } })).toThrow(`id cannot be ${id}`);
});

test("only an unencrypted address of this machine is local", () => {
  const addresses = [
    "http://127.0.0.1",
    "http://localhost:1",
    "https://localhost",
    "http://[::1]",
    "http://example.com",
  ];
  expect(addresses.map((address) => isLocal(new URL(address)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each(["gcm_test_é", "two words", "line\nbreak", "tab\t"])("the key %j is told", (apiKey) => {
  expect(() => callOf({ ...filled, apiKey })).toThrow("The key has a character that no header");
});

test("an empty key is sent as it is: the API's answer is worth seeing", () => {
  expect(callOf({ ...filled, apiKey: "" }).headers["x-api-key"]).toBe("");
});

test.each(["", "{", "{'a': 1}"])("the body %j is told before anything is sent", (body) => {
  for (const make of [callOf, asCurl])
    expect(() => make({ ...filled, body })).toThrow(
      /^The body is not JSON: .+\. Correct it and send again\.$/s,
    );
});

test("the command for a terminal has the call, and not the key", () => {
  const command = asCurl(filled);
  expect(command).toContain("http://127.0.0.1:4020/v1/sms/send");
  expect(command).toContain("x-api-key: $GCM_API_KEY");
  expect(command).toContain('"to": "1"');
  expect(command).not.toContain("gcm_test_demo");
  expect(asCurl({ ...bare, parameters: { id: "1", part: "2" } })).not.toContain("--data");
  expect(command).not.toContain("prefer");
  expect(asCurl({ ...filled, prefer: "429" })).toContain("--header 'prefer: code=429'");
});

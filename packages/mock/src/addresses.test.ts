import { type ApiDocument, readDocument } from "@getclickmedia/sms-document";
import { expect, test } from "vitest";
import { addressesOf } from "./addresses.ts";

const document = await readDocument();
const withServers = (...urls: string[]): ApiDocument => ({
  ...document,
  servers: urls.map((url) => ({ url })),
});

test("the first server is the API, and the one on this machine the mock", () => {
  expect(addressesOf(withServers("https://a.example/v1", "http://localhost:81/v2/"))).toEqual({
    baseUrl: "https://a.example/v1",
    mockPort: 81,
    mockBasePath: "/v2",
  });
});

test.each([
  [["https://a.example/v1"], "https://a.example/v1", "/v1"],
  [["https://a.example/"], "https://a.example", ""],
  [["/v1"], "/v1", "/v1"],
  [[], "", ""],
])("without one on this machine, %j gives any free port", (urls, baseUrl, mockBasePath) => {
  expect(addressesOf(withServers(...urls))).toEqual({ baseUrl, mockPort: 0, mockBasePath });
});

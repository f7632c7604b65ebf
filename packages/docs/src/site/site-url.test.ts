import { expect, test } from "vitest";
import { siteUrl } from "./site-url.ts";

const byDefault = "http://127.0.0.1:4000/";

test.each([
  [undefined, byDefault],
  ["", byDefault],
  ["https://docs.example.com", "https://docs.example.com/"],
  ["https://docs.example.com/sms", "https://docs.example.com/sms/"],
  ["https://docs.example.com/sms/", "https://docs.example.com/sms/"],
  ["https://docs.example.com/sms/?a#b", "https://docs.example.com/sms/"],
])("DOCS_URL as %j puts the site at %s", (configured, address) => {
  expect(siteUrl(configured, byDefault).href).toBe(address);
});

test.each(["docs.example.com", "/sms/", "ftp://docs.example.com/"])("%j is told", (configured) => {
  expect(() => siteUrl(configured, byDefault)).toThrow(
    `DOCS_URL is "${configured}": write an address such as https://docs.example.com/sms/.`,
  );
});

import { expect, test } from "vitest";
import { sitemap } from "./sitemap.ts";

test("every page stands in it with its whole address, in its order", () => {
  const xml = sitemap("https://docs.example.com/sms/", ["", "bulk/", "reference/"]);
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="[^"]+">\n/);
  expect([...xml.matchAll(/<url><loc>(.+)<\/loc><\/url>/g)].map(([, address]) => address)).toEqual([
    "https://docs.example.com/sms/",
    "https://docs.example.com/sms/bulk/",
    "https://docs.example.com/sms/reference/",
  ]);
  expect(xml.endsWith("</urlset>\n")).toBe(true);
});

test("what means something in XML is escaped", () => {
  expect(sitemap("https://example.com/", ["?a=1&b=<"])).toContain(
    "<loc>https://example.com/?a=1&amp;b=%3C</loc>",
  );
});

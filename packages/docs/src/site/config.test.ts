import { expect, test } from "vitest";
import { siteConfig } from "./config.ts";

test("the site is built of files, with nothing in its pages and nothing from elsewhere", () => {
  const config = siteConfig({ guides: [], sections: [], outDir: "/tmp/out" });
  expect(config).toMatchObject({
    configFile: false,
    outDir: "/tmp/out",
    build: { inlineStylesheets: "never" },
    vite: { build: { assetsInlineLimit: 0 } },
  });
});

import { expect, test } from "vitest";
import { operationsOf } from "../../src/document.ts";
import { expandGuide } from "../../src/guides/expand.ts";
import { routeOf } from "../../src/reference/page-route.ts";
import { fencesOf } from "../fences.ts";
import { bundle, guides, pathOf, view } from "../site.ts";
import { describeSite } from "./browser.ts";
import { choose, go, panelOf } from "./reference.ts";

const permissions = ["clipboard-read", "clipboard-write"];

describeSite("the copy buttons", (site) => {
  // The buttons are made in one place. These guides have samples in every language, in tabs, and of every length.
  const withSamples = guides
    .filter(({ slug }) => ["index", "quick-start", "webhooks", "ci"].includes(slug))
    .map((guide) => ({
      path: pathOf(guide),
      samples: fencesOf(expandGuide(guide, bundle)).map(({ value }) => value),
    }))
    .filter(({ samples }) => samples.length > 0);
  test.each(withSamples)(
    "of the guide at /$path give each sample as it was written, in its language",
    async ({ path, samples }) => {
      const page = await site.open(path, { permissions });
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      const buttons = page.locator("main .copy button");
      const copied: string[] = [];
      for (const button of await buttons.all()) {
        if (!(await button.isVisible())) continue;
        await page.evaluate(() => navigator.clipboard.writeText(""));
        await button.click();
        await expect.poll(clipboard).not.toBe("");
        const text = await clipboard();
        const shown = button.locator("xpath=ancestor::figure").locator(".ec-line");
        expect((await shown.allTextContents()).map((line) => line.trimEnd())).toEqual(
          text.split("\n").map((line) => line.trimEnd()),
        );
        copied.push(text);
      }
      expect(copied).not.toEqual([]);
      for (const text of copied) expect(samples).toContain(text);
    },
  );

  test("of the reference give the sample that is shown", async () => {
    const page = await site.open("reference/", { permissions });
    for (const { path, operation } of operationsOf(view)) {
      await go(page, routeOf(operation));
      const [sample] = operation["x-codeSamples"] ?? [];
      await choose(page, path, sample?.label ?? "");
      await panelOf(page, path).getByRole("button", { name: /copy/i }).first().click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe(sample?.source.trimEnd());
    }
  });
});

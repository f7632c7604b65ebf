import { expect, test } from "vitest";
import { guides, operations, pathOf } from "../site.ts";
import { describeSite, telephone } from "./browser.ts";

const options = { javaScriptEnabled: false };

describeSite("without JavaScript", (site) => {
  test("every guide can be read and reached", async () => {
    const page = await site.open("", options);
    for (const guide of guides) {
      await page
        .locator("nav.sidebar")
        .getByRole("link", { name: guide.title, exact: true })
        .click();
      await page.waitForURL(site.url + pathOf(guide));
      await page.getByRole("heading", { level: 1, name: guide.title, exact: true }).waitFor();
      const hidden = page.locator('main [role="tabpanel"]').filter({ visible: false });
      expect({ guide: guide.slug, hidden: await hidden.count() }).toEqual({
        guide: guide.slug,
        hidden: 0,
      });
    }
  });

  test("the menu opens on a telephone too", async () => {
    const page = await site.open("", { ...options, viewport: telephone });
    await page.getByRole("button", { name: "Menu" }).click();
    await page
      .locator("nav.sidebar")
      .getByRole("link", { name: guides[1]?.title ?? "", exact: true })
      .click();
    await page.waitForURL(site.url + pathOf(guides[1] ?? { slug: "" }));
  });

  test("the reference shows its overview, and where every operation can be read", async () => {
    const page = await site.open("reference/", options);
    await page.locator("#redoc h1").first().waitFor();
    const link = page.locator('main a[href$="reference.md"]').filter({ visible: true }).first();
    const markdown = await (
      await fetch(await link.evaluate((element: HTMLAnchorElement) => element.href))
    ).text();
    for (const { label } of operations) expect(markdown).toContain(label);
  });

  test("the parts that need it say so", async () => {
    const page = await site.open("segments/", options);
    expect(await page.locator("segment-counter noscript").isVisible()).toBe(true);
    await page.goto(`${site.url}try-it/`);
    for (const note of await page.locator("try-it noscript").all()) {
      expect(await note.isVisible()).toBe(true);
    }
  });
});

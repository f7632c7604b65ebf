import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { guides, pathOf } from "../site.ts";
import { describeSite } from "./browser.ts";
import { sees } from "./reference.ts";
import { search } from "./search.ts";

// What a reader's first visit transfers, compressed, headers included.

const limits = { guide: 150_000, reference: 1_000_000 };
const rows: { page: string; bytes: number }[] = [];

afterAll(() => {
  if (rows.length > 0) console.table(rows);
});

/** How many bytes have come over the network since this was asked for. */
async function meter(page: Page): Promise<() => number> {
  const network = await page.context().newCDPSession(page);
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  return () => bytes;
}

describeSite("the weight of the first visit", (site) => {
  /** A browser that has loaded nothing of the site yet. */
  async function fresh(): Promise<Page> {
    // The browser asks a page that names no icon for one.
    site.expectFault(/favicon\.ico$/);
    return site.open("robots.txt");
  }

  test("a guide is light", async () => {
    const page = await fresh();
    const bytes = await meter(page);
    for (const guide of guides) {
      const before = bytes();
      await page.goto(site.url + pathOf(guide), { waitUntil: "networkidle" });
      const weight = bytes() - before;
      rows.push({ page: guide.slug, bytes: weight });
      expect(weight).toBeGreaterThan(0);
      expect(weight, guide.slug).toBeLessThanOrEqual(limits.guide);
    }
  });

  test("a guide is light with its search opened and used, too", async () => {
    const page = await fresh();
    const bytes = await meter(page);
    await page.goto(`${site.url}quick-start/`, { waitUntil: "networkidle" });
    await search(page, "credits");
    await page.locator("site-search dialog a").first().waitFor();
    rows.push({ page: "quick-start with a search", bytes: bytes() });
    expect(bytes()).toBeLessThanOrEqual(limits.guide);
  });

  test("the reference with all that it loads is not heavy", async () => {
    const page = await fresh();
    const bytes = await meter(page);
    await page.goto(`${site.url}reference/#/messages/send`);
    await sees(page, "Send one message");
    await page.waitForLoadState("networkidle");
    rows.push({ page: "reference", bytes: bytes() });
    // Redoc is in it: a figure that is too small has not been measured to the end.
    expect(bytes()).toBeGreaterThan(limits.guide);
    expect(bytes()).toBeLessThanOrEqual(limits.reference);
  });
});

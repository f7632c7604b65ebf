import { toString as plainText } from "mdast-util-to-string";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { entries, errorCodes, guides, pathOf } from "../site.ts";
import { describeSite, telephone } from "./browser.ts";
import { sees } from "./reference.ts";
import { search } from "./search.ts";

const operation = entries.find(({ name }) => name === "cancelScheduled");
const schema = entries.find(({ route }) => route.startsWith("/schemas/"));
const guide = guides.find(({ slug }) => slug === "errors");
const paragraph = guide?.tree.children.find(({ type }) => type === "paragraph");
if (!operation || !schema || !guide || !paragraph)
  throw new Error("The site has nothing to search for.");

/** What a reader looks for, and where it is to be found. */
const targets = [
  { what: "a guide by a sentence of it", text: plainText(paragraph), path: pathOf(guide) },
  {
    what: "an operation by its name",
    text: operation.label,
    path: `reference/#${operation.route}`,
  },
  {
    what: "an operation by its operationId",
    text: operation.name,
    path: `reference/#${operation.route}`,
  },
  { what: "a schema by its name", text: schema.name, path: `reference/#${schema.route}` },
];

describeSite("the search", (site) => {
  /** Follows the result that leads to an address. */
  async function follow(page: Page, path: string): Promise<void> {
    const results = page.locator("site-search dialog a");
    const address = new URL(path, site.url).href;
    await expect
      .poll(() =>
        results.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
      )
      .toContain(address);
    for (const result of await results.all()) {
      if ((await result.evaluate((link: HTMLAnchorElement) => link.href)) !== address) continue;
      await result.click();
      await page.waitForURL(address);
      return;
    }
  }

  // The search is the same everywhere. In the reference it opens places of the page that is open.
  for (const [from, some] of [
    ["quick-start/", targets],
    ["reference/#/messages/send", targets.slice(0, 2)],
  ] as const) {
    test.each(some)(`finds $what from ${from}`, async ({ text, path }) => {
      const page = await site.open(from);
      await search(page, text);
      await follow(page, path);
      const found = entries.find(({ route }) => path === `reference/#${route}`);
      await sees(page, found?.label ?? guide.title);
      expect(await page.locator("site-search dialog").isVisible()).toBe(false);
    });
  }

  test("finds every error code, in the list of codes", async () => {
    const page = await site.open();
    for (const code of errorCodes) {
      await search(page, code);
      const results = page.locator("site-search dialog a");
      await expect
        .poll(() =>
          results.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
        )
        .toContain(`${site.url}errors/#${code.toLowerCase()}`);
    }
    await follow(page, `errors/#${errorCodes.at(-1)?.toLowerCase()}`);
    await sees(page, errorCodes.at(-1) ?? "");
  });

  test("says so when there is nothing", async () => {
    const page = await site.open();
    await search(page, "жжжж");
    await page
      .locator("site-search dialog")
      .getByText(/^No results for/)
      .waitFor();
  });

  test("opens on a telephone, and leads to what it found", async () => {
    const page = await site.open("", { viewport: telephone, hasTouch: true });
    await search(page, errorCodes[0] ?? "");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(telephone.width);
    await follow(page, `errors/#${errorCodes[0]?.toLowerCase()}`);
    await sees(page, errorCodes[0] ?? "");
  });
});

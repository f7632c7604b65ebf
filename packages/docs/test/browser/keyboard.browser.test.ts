import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeSite, telephone } from "./browser.ts";
import { sees } from "./reference.ts";

/** What can be operated, and whether the Tab key has come to it. */
const canBeOperated = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** Walks through the page with the Tab key, and gives what it missed and what did not show that it has the focus. */
async function walk(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  // Redoc writes what stands above the chosen operation when it comes into view: the second round has it too.
  let rounds = 0;
  for (let step = 0; rounds < 2 && step < 1_000; step++) {
    await page.keyboard.press("Tab");
    const isOut = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return true;
      if (element.dataset.reached) return false;
      element.dataset.reached = "yes";
      const marks = [element, ...element.querySelectorAll("*")].flatMap((each) =>
        [null, "::before", "::after"].map((pseudo) => getComputedStyle(each, pseudo)),
      );
      const label = element.closest("label");
      if (label) marks.push(getComputedStyle(label));
      const isSeen = marks.some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none",
      );
      if (!isSeen) element.dataset.unseen = "yes";
      return false;
    });
    if (isOut && step > 0) rounds++;
  }
  return page.evaluate((selector) => {
    const name = (element: Element) => element.outerHTML.slice(0, 140);
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.tabIndex >= 0 &&
        !element.matches(":disabled"),
    );
    return {
      missed: all.filter((element) => !element.dataset.reached).map(name),
      unseen: [...document.querySelectorAll("[data-unseen]")].map(name),
    };
  }, canBeOperated);
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? "");

describeSite("with the keyboard", (site) => {
  test.each(["quick-start/", "segments/", "try-it/"])(
    "everything in %s is reached, and shows it",
    async (path) => {
      const page = await site.open(path);
      expect(await walk(page)).toEqual({ missed: [], unseen: [] });
    },
  );

  test("everything around and in an operation of the reference is reached, and shows it", async () => {
    const page = await site.open("reference/#/account/getbalance");
    await sees(page, "Check the credit balance");
    expect(await walk(page)).toEqual({ missed: [], unseen: [] });
  });

  test.each(["quick-start/", "reference/"])(
    "the first key of %s leads past the navigation",
    async (path) => {
      const page = await site.open(path);
      const link = page.getByRole("link", { name: "Skip to content" });
      await page.keyboard.press("Tab");
      expect(await focused(page)).toContain("Skip to content");
      expect(
        await link.evaluate((element) => element.getBoundingClientRect().top),
      ).toBeGreaterThanOrEqual(0);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const inMain = await page.evaluate(
        () =>
          document.activeElement !== document.body &&
          !document.activeElement?.closest("header.header, nav.sidebar"),
      );
      expect(inMain).toBe(true);
      // In the reference a place in the page would be taken for a route.
      if (path === "reference/") expect(page.url()).toBe(site.url + path);
    },
  );

  test("Escape closes the search and gives the focus back", async () => {
    const page = await site.open("quick-start/");
    const button = page.getByRole("button", { name: "Search" });
    const field = page.locator("site-search dialog input");
    await field.waitFor({ state: "attached" });
    await button.focus();
    await page.keyboard.press("Enter");
    await field.waitFor();
    await expect
      .poll(() => field.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.locator("site-search dialog").isVisible()).toBe(false);
    expect(await focused(page)).toContain("data-open-modal");
  });

  test("the search is opened, read and followed", async () => {
    const page = await site.open("quick-start/");
    const field = page.locator("site-search dialog input");
    await field.waitFor({ state: "attached" });
    await page.keyboard.press("ControlOrMeta+k");
    await field.fill("credits");
    await page.locator("site-search dialog a").first().waitFor();
    for (let step = 0; step < 10; step++) {
      await page.keyboard.press("Tab");
      if ((await focused(page)).startsWith("<a")) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/quick-start/"));
  });

  test("what is typed before the search has loaded is searched for", async () => {
    const page = await site.open();
    let load = () => {};
    const asked = new Promise<void>((resolve) => {
      load = resolve;
    });
    await page.route("**/_astro/ui-core.*.js", async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${site.url}quick-start/`);
    const button = page.locator("button[data-open-modal]:enabled");
    await button.waitFor();
    // What is typed into a search that is closed again is not meant for the next.
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("forget");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("credi");
    load();
    const field = page.locator("site-search dialog input");
    await expect
      .poll(() => field.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.keyboard.type("ts");
    expect(await field.inputValue()).toBe("credits");
    await page.locator("site-search dialog mark").first().waitFor();
  });

  test("the search does not wait for a browser that is never idle", async () => {
    const page = await site.open();
    await page.addInitScript(() => {
      const whenIdle = window.requestIdleCallback.bind(window);
      window.requestIdleCallback = (callback, options) =>
        options?.timeout ? whenIdle(callback, options) : 0;
    });
    await page.goto(`${site.url}quick-start/`);
    await page.locator("site-search dialog input").waitFor({ state: "attached" });
  });

  test("Escape closes the menu of a telephone and gives the focus back", async () => {
    const page = await site.open("quick-start/", { viewport: telephone });
    const button = page.getByRole("button", { name: "menu" });
    await button.focus();
    await page.keyboard.press("Enter");
    const menu = page.locator("nav.sidebar ul.top-level");
    await menu.waitFor();
    await page.keyboard.press("Escape");
    expect(await menu.isVisible()).toBe(false);
    expect(await focused(page)).toContain("starlight__sidebar");
  });
});

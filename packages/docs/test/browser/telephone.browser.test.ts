import { expect, test } from "vitest";
import { entries, guides, pathOf } from "../site.ts";
import { describeSite, telephone } from "./browser.ts";
import { go, sees } from "./reference.ts";

const options = { viewport: telephone, hasTouch: true, isMobile: true };

describeSite("on a telephone", (site) => {
  test("nothing in any guide is wider than the screen", async () => {
    const page = await site.open("", options);
    for (const guide of guides) {
      await page.goto(site.url + pathOf(guide));
      expect({ guide: guide.slug, ...(await page.evaluate(tooWide)) }).toEqual({
        guide: guide.slug,
        width: telephone.width,
        elements: [],
      });
    }
  });

  test("nothing at any route of the reference is wider than the screen", async () => {
    const page = await site.open("reference/", options);
    expect(await page.evaluate(tooWide)).toEqual({ width: telephone.width, elements: [] });
    for (const { route, label } of entries) {
      await go(page, route);
      await sees(page, label);
      expect({ route, ...(await page.evaluate(tooWide)) }).toEqual({
        route,
        width: telephone.width,
        elements: [],
      });
    }
  });

  test("the menu opens, leads to a page, and is closed there", async () => {
    const page = await site.open("", options);
    for (const { title, path } of [
      { title: guides[1]?.title ?? "", path: pathOf(guides[1] ?? { slug: "" }) },
      { title: "Overview", path: "reference/" },
    ]) {
      const menu = page.locator("nav.sidebar ul.top-level");
      expect(await menu.isVisible()).toBe(false);
      await page.getByRole("button", { name: "menu" }).tap();
      await menu.getByRole("link", { name: title, exact: true }).tap();
      await page.waitForURL(site.url + path);
      expect(await menu.isVisible()).toBe(false);
    }
  });

  test("the menu of the reference leads to an operation, and gives way to it", async () => {
    const page = await site.open("reference/#/messages/send", options);
    await sees(page, "Send one message");
    await page.getByRole("button", { name: "menu" }).tap();
    const menu = page.locator("nav.sidebar ul.top-level");
    await menu.getByText("Ask how far a message has come").tap();
    await sees(page, "Ask how far a message has come");
    await expect.poll(() => menu.isVisible()).toBe(false);
  });
});

/** How wide the page is, and what of it cannot be scrolled to within its own frame. */
function tooWide(): { width: number; elements: string[] } {
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth > clientWidth ? [...document.querySelectorAll("main *")] : [];
  const elements = wide
    .filter((element) => element.checkVisibility())
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .filter((element) => !element.parentElement?.closest("pre, table, [class*=scroll]"));
  return {
    width: scrollWidth,
    elements: elements.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120)),
  };
}

import { expect, test } from "vitest";
import { entries, guides, pathOf } from "../site.ts";
import { describeSite } from "./browser.ts";
import { sees } from "./reference.ts";

const sidebar = "nav.sidebar";
const current = `${sidebar} a[aria-current="page"]`;

describeSite("the navigation", (site) => {
  test("opens every guide, and marks the one that is open", async () => {
    const page = await site.open();
    for (const guide of guides) {
      await page.locator(sidebar).getByRole("link", { name: guide.title, exact: true }).click();
      await page.waitForURL(site.url + pathOf(guide));
      await page.getByRole("heading", { level: 1, name: guide.title, exact: true }).waitFor();
      expect(await page.locator(current).allInnerTexts()).toEqual([guide.title]);
    }
    expect(guides.length).toBeGreaterThan(10);
  });

  test("opens every operation, webhook and schema, and marks it, with its group open", async () => {
    const page = await site.open("reference/");
    for (const { label, route } of entries) {
      const link = page.locator(`${sidebar} a[href$="#${route}"]`);
      expect((await link.textContent())?.trim()).toBe(label);
      const group = link.locator("xpath=ancestor::details[1]");
      if (!(await group.evaluate((element: HTMLDetailsElement) => element.open))) {
        await group.locator("> summary").click();
      }
      await link.click();
      await sees(page, label);
      expect(new URL(page.url()).hash).toBe(`#${route}`);
      await expect.poll(() => page.locator(current).allInnerTexts()).toEqual([label]);
    }
  });

  test("marks the operation that a link elsewhere leads to", async () => {
    const page = await site.open("quick-start/");
    const link = page.locator("main").getByRole("link", { name: "Send one message" });
    await link.click();
    await sees(page, "Send one message");
    await expect.poll(() => page.locator(current).allInnerTexts()).toEqual(["Send one message"]);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Quick start" }).waitFor();
    expect(await page.locator(current).allInnerTexts()).toEqual(["Quick start"]);
  });

  test("goes back through the operations that were shown", async () => {
    const page = await site.open("reference/#/messages/send");
    await sees(page, "Send one message");
    await page.locator(sidebar).getByText("Ask how far a message has come").click();
    await sees(page, "Ask how far a message has come");
    await page.goBack();
    await expect.poll(() => page.locator(current).allInnerTexts()).toEqual(["Send one message"]);
    await sees(page, "Send one message");
  });

  test("is the same on the guides and on the reference, which has no other", async () => {
    const page = await site.open();
    const links = () =>
      page.locator(`${sidebar} a`).evaluateAll((all) => all.map((link) => link.textContent.trim()));
    const onGuide = await links();
    await page.goto(`${site.url}reference/#/messages/send`);
    await sees(page, "Send one message");
    expect(await links()).toEqual(onGuide);
    // Redoc brings a menu and a bar of its own, which the site's stand in for.
    const menus = page.locator('.menu-content, nav, [role="navigation"]').filter({ visible: true });
    const outside = await menus.evaluateAll((all) =>
      all
        .filter((menu) => !menu.closest("nav.sidebar"))
        .map((menu) => menu.outerHTML.slice(0, 100)),
    );
    expect(outside).toEqual([]);
  });

  test("leads on to the next guide and back at the foot of each", async () => {
    const page = await site.open();
    for (const guide of guides.slice(1)) {
      await page.locator('a[rel="next"]').click();
      await page.waitForURL(site.url + pathOf(guide));
    }
    const [last, previous] = guides.toReversed();
    if (!last || !previous) throw new Error("There are too few guides.");
    await page.locator('a[rel="prev"]').click();
    await page.waitForURL(site.url + pathOf(previous));
  });
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeSite } from "./browser.ts";

/** The choice of every group of tabs of a page that has the languages, and the panel that is shown for it. */
async function chosen(page: Page): Promise<(string | null)[]> {
  return page.locator('starlight-tabs[data-sync-key="language"]').evaluateAll((groups) =>
    groups.map((group) => {
      const [tab, ...others] = group.querySelectorAll('[role="tab"][aria-selected="true"]');
      const shown = [...group.querySelectorAll('[role="tabpanel"]')].filter((panel) =>
        panel.checkVisibility(),
      );
      const matches =
        others.length === 0 &&
        shown.length === 1 &&
        shown[0]?.getAttribute("aria-labelledby") === tab?.id;
      return matches ? (tab?.textContent?.trim() ?? null) : null;
    }),
  );
}

const all = (language: string) =>
  expect.toSatisfy(
    (choices: unknown[]) => choices.length > 0 && choices.every((each) => each === language),
  );

describeSite("the tabs", (site) => {
  test("show curl first, and the chosen language everywhere from then on", async () => {
    const page = await site.open("quick-start/");
    await expect.poll(() => chosen(page)).toEqual(all("curl"));
    await page.getByRole("tab", { name: "Python", exact: true }).first().click();
    await expect.poll(() => chosen(page)).toEqual(all("Python"));
    await page.goto(`${site.url}sending/`);
    await expect.poll(() => chosen(page)).toEqual(all("Python"));
    await page.reload();
    await expect.poll(() => chosen(page)).toEqual(all("Python"));
    await page.getByRole("tab", { name: "PHP", exact: true }).last().click();
    await expect.poll(() => chosen(page)).toEqual(all("PHP"));
  });

  test("keep what was clicked in its place when the others change above it", async () => {
    const page = await site.open("quick-start/");
    const tab = page.getByRole("tab", { name: "PHP", exact: true }).last();
    await tab.scrollIntoViewIfNeeded();
    const place = () => tab.evaluate((element) => element.getBoundingClientRect().top);
    const before = await place();
    await tab.click();
    await expect.poll(() => chosen(page)).toEqual(all("PHP"));
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(2);
  });

  test("are walked through with the arrow keys", async () => {
    const page = await site.open("quick-start/");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.getByRole("tab", { name: "curl", exact: true }).first().focus();
    for (const [key, language] of [
      ["ArrowRight", "Node.js"],
      ["ArrowRight", "Python"],
      ["ArrowLeft", "Node.js"],
      ["End", "PHP"],
      ["Home", "curl"],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(focused).toBe(language);
      await expect.poll(() => chosen(page)).toEqual(all(language));
    }
    // One stop of the Tab key for the whole group: the next one is in the panel or behind it.
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).not.toBe("tab");
  });
});

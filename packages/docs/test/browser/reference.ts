import type { Locator, Page } from "playwright-core";

// What several tests do with the page that Redoc is set into.

/** Goes to another route, as a link within the page does. */
export async function go(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
}

/** Waits until a heading stands in the window, where the reader sees it: below the bar at the top. */
export async function sees(page: Page, title: string): Promise<void> {
  await page.waitForFunction((text) => {
    const bar = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
    return [...document.querySelectorAll("main :is(h1, h2, h3)")].some((heading) => {
      const { top, bottom } = heading.getBoundingClientRect();
      // Redoc says behind the heading of a webhook that it is one.
      const named = heading.textContent.trim().replace(/Webhook$/, "") === text;
      return named && heading.checkVisibility() && bottom > bar && top < innerHeight;
    });
  }, title);
}

/** The panel with the samples of one operation. */
export function panelOf(page: Page, path: string): Locator {
  return page.locator(".panel-request-samples").filter({ hasText: path });
}

/** Chooses the language of the samples of one operation. */
export async function choose(page: Page, path: string, language: string): Promise<void> {
  const header = panelOf(page, path).locator('[data-component-name="Panel/PanelHeader"]');
  await header.locator("button").last().click();
  const choices = page.getByRole("menuitem", { name: language, exact: true });
  await choices.filter({ visible: true }).click();
}

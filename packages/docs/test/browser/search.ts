import type { Page } from "playwright-core";

/** Opens the search, unless it is open, and asks for a text. */
export async function search(page: Page, text: string): Promise<void> {
  const field = page.locator("site-search dialog input");
  if (!(await field.isVisible())) await page.locator("button[data-open-modal]").click();
  await field.fill(text);
}

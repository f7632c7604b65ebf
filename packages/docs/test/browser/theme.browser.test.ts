import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeSite } from "./browser.ts";
import { sees } from "./reference.ts";

type Mode = "light" | "dark";
const modes = ["light", "dark"] as const;

/** Whether what a reader sees is light or dark: the background of the page, and of all text in it. */
async function seen(page: Page): Promise<Mode[]> {
  const places = await page
    .locator("body, main :is(h1, h2), #redoc pre")
    .evaluateAll((elements) => {
      const context = document
        .createElement("canvas")
        .getContext("2d", { willReadFrequently: true });
      const light = (color: string) => {
        if (!context) throw new Error("The browser paints nothing.");
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, opacity = 0] = context.getImageData(0, 0, 1, 1).data;
        return opacity < 128 ? undefined : red + green + blue > 384;
      };
      return elements.map((element) => {
        for (let at: Element | null = element; at; at = at.parentElement) {
          const isLight = light(getComputedStyle(at).backgroundColor);
          if (isLight !== undefined) return isLight ? "light" : "dark";
        }
        return "light";
      });
    });
  return [...new Set(places as Mode[])];
}

describeSite("light and dark", (site) => {
  for (const path of ["quick-start/", "reference/", "reference/#/messages/send"]) {
    test.each(modes)(`${path} follows the system to %s, and its change`, async (mode) => {
      const page = await site.open(path, { colorScheme: mode });
      if (path.includes("#")) await sees(page, "Send one message");
      await expect.poll(() => seen(page)).toEqual([mode]);
      const other = mode === "light" ? "dark" : "light";
      await page.emulateMedia({ colorScheme: other });
      await expect.poll(() => seen(page)).toEqual([other]);
    });

    test.each(modes)(`${path} keeps the choice of %s against the system`, async (mode) => {
      const other = mode === "light" ? "dark" : "light";
      const page = await site.open(path, { colorScheme: other });
      if (path.includes("#")) await sees(page, "Send one message");
      const choice = page.getByLabel("Select theme").filter({ visible: true });
      await choice.selectOption(mode);
      await expect.poll(() => seen(page)).toEqual([mode]);
      await page.reload();
      if (path.includes("#")) await sees(page, "Send one message");
      await expect.poll(() => seen(page)).toEqual([mode]);
      await page.goto(`${site.url}errors/`);
      await expect.poll(() => seen(page)).toEqual([mode]);
      expect(await choice.inputValue()).toBe(mode);
    });
  }
});

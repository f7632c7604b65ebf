import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { guides, operations, pathOf } from "../site.ts";
import { describeSite, desktop, telephone } from "./browser.ts";
import { go, sees } from "./reference.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

// One test looks at many pages.
vi.setConfig({ testTimeout: 180_000 });

/** What cannot be mended from here: the rule, the elements, and why. */
const exceptions = [
  {
    // The text that its name lacks is the shortcut, which is said by `aria-keyshortcuts` and is no part of a label.
    rule: "label-content-name-mismatch",
    element: /^<button data-open-modal="" aria-label="Search" aria-keyshortcuts="Control\+K"/,
  },
  {
    // Redoc calls this button by what it chooses and shows what is chosen in it; only its script could say both.
    rule: "label-content-name-mismatch",
    element: /aria-label="Example" aria-haspopup="menu"/,
  },
];

/** What axe-core finds to be serious or critical: the rule, what is wrong, and where. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  // From the debugger, because the policy of the page refuses a script in it.
  if (!isThere) await page.evaluate(axe);
  const options: RunOptions = { resultTypes: ["violations"], performanceTimer: false };
  if (rules) options.runOnly = rules;
  const { violations } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  )) as AxeResults;
  const found = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => ({ ...node, rule: id })))
    .filter(
      ({ rule, html }) => !exceptions.some((each) => each.rule === rule && each.element.test(html)),
    )
    .map(({ rule, html, any }) => {
      const { fgColor, bgColor } = any[0]?.data ?? {};
      return [rule, fgColor, bgColor, html.slice(0, 120)].filter(Boolean).join(" ");
    });
  return [...new Set(found)];
}

/** The same, in the light and in the dark, of which only colours can differ. */
async function inBothModes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("light");
  const light = await barriers(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  return [...light, ...(await barriers(page, ["color-contrast"]))];
}

/** Waits until what can be scrolled is marked as such, which the script of the samples does in its own time. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".expressive-code pre")].every(
      (pre) =>
        !pre.checkVisibility() ||
        pre.scrollWidth <= pre.clientWidth ||
        pre.hasAttribute("tabindex"),
    ),
  );
}

/** Guides with a part of each kind that guides consist of, which looks the same wherever it stands. */
const varied = new Set(["index", "quick-start", "try-it", "errors", "segments"]);

/** The same of the reference: a call with a body, one without, and a webhook. */
const variedOperations = new Set(["send", "getStatus", "receiveSmsFailed"]);

describeSite("no barrier is in", (site) => {
  for (const [screen, viewport] of Object.entries({ desktop, telephone })) {
    test(`guides, on a ${screen}, light or dark`, async () => {
      const page = await site.open("", { viewport });
      const found: Record<string, string[]> = {};
      for (const guide of screen === "telephone"
        ? guides.filter(({ slug }) => varied.has(slug))
        : guides) {
        await page.goto(site.url + pathOf(guide));
        await settled(page);
        const here = varied.has(guide.slug) ? await inBothModes(page) : await barriers(page);
        if (here.length > 0) found[guide.slug] = here;
      }
      expect(found).toEqual({});
    });

    test(`the reference, on a ${screen}, light or dark`, async () => {
      const page = await site.open("reference/", { viewport });
      await page.locator("#redoc h1").first().waitFor();
      const found: Record<string, string[]> = { overview: await inBothModes(page) };
      for (const { route, label, name } of operations) {
        if (screen === "telephone" && !variedOperations.has(name)) continue;
        await go(page, route);
        await sees(page, label);
        found[route] = variedOperations.has(name) ? await inBothModes(page) : await barriers(page);
      }
      expect(Object.entries(found).filter(([, here]) => here.length > 0)).toEqual([]);
    });
  }

  test("an element without a name would be noticed", async () => {
    const page = await site.open("quick-start/");
    await settled(page);
    await page.evaluate(() =>
      document.querySelector("main")?.append(document.createElement("button")),
    );
    expect(await barriers(page)).toEqual([expect.stringMatching(/^button-name /)]);
  });
});

import { expect, test } from "vitest";
import { errorCodes, guides, operations, pathOf } from "../site.ts";
import { describeSite, desktop, telephone } from "./browser.ts";
import { sees } from "./reference.ts";

describeSite("a link to a place", (site) => {
  test.each([
    ["a desktop", desktop],
    ["a telephone", telephone],
  ])("in a guide shows its heading below the bar, on %s", async (_, viewport) => {
    const page = await site.open("", { viewport });
    for (const guide of guides) {
      await page.goto(site.url + pathOf(guide));
      const hidden = await page.evaluate(async () => {
        const wrong: string[] = [];
        for (const heading of document.querySelectorAll("main :is(h2, h3)[id]")) {
          location.hash = heading.id;
          await new Promise(requestAnimationFrame);
          const { top, bottom } = heading.getBoundingClientRect();
          const bars = [...document.querySelectorAll("header.header, mobile-starlight-toc nav")];
          const bar = Math.max(...bars.map((each) => each.getBoundingClientRect().bottom));
          if (top < bar - 1 || bottom > innerHeight)
            wrong.push(`${heading.id}: ${top}, bar ${bar}`);
        }
        return wrong;
      });
      expect({ guide: guide.slug, hidden }).toEqual({ guide: guide.slug, hidden: [] });
    }
  });

  test("shows an error code to who comes from elsewhere", async () => {
    for (const code of [errorCodes.at(0), errorCodes.at(-1)]) {
      const page = await site.open(`errors/#${code?.toLowerCase()}`);
      await sees(page, code ?? "");
    }
  });

  test("shows an operation or a webhook to who comes from elsewhere, also on a telephone", async () => {
    for (const { route, label } of operations) {
      const page = await site.open(`reference/#${route}`, { viewport: telephone });
      await sees(page, label);
      await page.context().close();
    }
  });

  test("is offered beside every error code by its anchor", async () => {
    const page = await site.open("errors/");
    const ids = await page.locator("main [id]").evaluateAll((all) => all.map(({ id }) => id));
    for (const code of errorCodes) expect(ids).toContain(code.toLowerCase());
    expect(errorCodes.length).toBeGreaterThan(0);
  });
});

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { guides, pathOf } from "../site.ts";
import { describeSite } from "./browser.ts";
import { sees } from "./reference.ts";
import { search } from "./search.ts";

/** What a browser keeps of a reader's choices, and for how long. Nothing of it leaves the machine. */
const kept = {
  local: ["redoc.colorMode", "redocChoices", "starlight-synced-tabs__language", "starlight-theme"],
  // Which groups of the navigation are open, and the servers that Redoc offers for its samples.
  session: ["redoc.redoc.appStore", "sl-sidebar-state"],
};

const elsewhere = "http://198.51.100.1/trace";

/** Does something that the page's policy has to refuse, and gives the directive that refused it. */
function refusal(page: Page, attempt: string): Promise<string> {
  return page.evaluate(
    ({ attempt, elsewhere }) => {
      const refused = new Promise<string>((resolve) => {
        document.addEventListener(
          "securitypolicyviolation",
          ({ effectiveDirective }) => resolve(effectiveDirective),
          { once: true },
        );
      });
      const attempts: Record<string, () => void> = {
        script() {
          const element = document.createElement("script");
          element.textContent = "document.title = 'taken over'";
          document.body.append(element);
        },
        handler() {
          document.body.setAttribute("onclick", "document.title = 'taken over'");
          document.body.click();
        },
        style: () => document.body.setAttribute("style", "visibility: hidden"),
        sheet() {
          const element = document.createElement("style");
          element.textContent = "body { visibility: hidden }";
          document.head.append(element);
        },
        fetch: () => void fetch(elsewhere).catch(() => {}),
        image() {
          new Image().src = elsewhere;
        },
        frame() {
          document.body.append(Object.assign(document.createElement("iframe"), { src: elsewhere }));
        },
      };
      attempts[attempt]?.();
      return refused;
    },
    { attempt, elsewhere },
  );
}

describeSite("what the browser keeps and allows", (site) => {
  test("no cookie, and nothing else but the reader's choices", async () => {
    const page = await site.open("");
    for (const guide of guides) await page.goto(site.url + pathOf(guide));
    await page.goto(`${site.url}quick-start/`);
    await page.getByRole("tab", { name: "Python", exact: true }).first().click();
    await page.getByLabel("Select theme").filter({ visible: true }).selectOption("dark");
    await search(page, "template");
    await page.locator("site-search dialog a").first().waitFor();
    await page.goto(`${site.url}try-it/`);
    await page.locator('try-it [name="key"]').first().fill("gcm_test_mine");
    await page.goto(`${site.url}reference/#/messages/send`);
    await sees(page, "Send one message");
    expect(await page.context().cookies()).toEqual([]);
    const [local, session] = await page.evaluate(() => [
      Object.keys(localStorage).toSorted(),
      Object.keys(sessionStorage).toSorted(),
    ]);
    expect(local).toEqual(kept.local);
    expect(kept.session).toEqual(expect.arrayContaining(session ?? []));
    const values = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    expect(values).not.toContain("gcm_test_mine");
  });

  test.each([
    ["an inline script", "script", "script-src-elem"],
    ["an inline handler", "handler", "script-src-attr"],
    ["a style attribute", "style", "style-src-attr"],
    ["an inline style sheet", "sheet", "style-src-elem"],
    ["a request elsewhere", "fetch", "connect-src"],
    ["an image from elsewhere", "image", "img-src"],
    ["a frame", "frame", "frame-src"],
  ])("a guide refuses %s", async (_, attempt, directive) => {
    site.expectFault(
      /^(console: |failed request: http:\/\/198|request to another origin: http:\/\/198)/,
    );
    const page = await site.open("quick-start/");
    const title = await page.title();
    expect(await refusal(page, attempt)).toBe(directive);
    expect(await page.title()).toBe(title);
    expect(await page.locator("h1").isVisible()).toBe(true);
  });

  test.each([
    ["an inline script", "script", "script-src-elem"],
    ["an inline handler", "handler", "script-src-attr"],
    ["a request elsewhere", "fetch", "connect-src"],
    ["an image from elsewhere", "image", "img-src"],
    ["a frame", "frame", "frame-src"],
  ])("the reference refuses %s", async (_, attempt, directive) => {
    site.expectFault(
      /^(console: |failed request: http:\/\/198|request to another origin: http:\/\/198)/,
    );
    const page = await site.open("reference/#/messages/send");
    await sees(page, "Send one message");
    const title = await page.title();
    expect(await refusal(page, attempt)).toBe(directive);
    expect(await page.title()).toBe(title);
  });
});

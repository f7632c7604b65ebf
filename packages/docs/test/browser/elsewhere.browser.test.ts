import { createServer, type Server } from "node:http";
import { listen } from "@getclickmedia/sms-listen";
import sirv from "sirv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { distFolder } from "../../src/dist.ts";
import { entries, errorCodes, guides, pathOf } from "../site.ts";
import { describeSite } from "./browser.ts";
import { go, sees } from "./reference.ts";
import { search } from "./search.ts";

const prefix = "/some/sub/path/";

/** A host of files that knows nothing of this site, which lies below a path of it. */
function staticHost(): Server {
  const files = sirv(distFolder);
  return createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404).end();
    };
    if (!request.url?.startsWith(prefix)) return notFound();
    request.url = request.url.slice(prefix.length - 1);
    files(request, response, notFound);
  });
}

describeSite("below a path of another host", (site) => {
  let host: Awaited<ReturnType<typeof listen>>;
  let base = "";

  beforeAll(async () => {
    host = await listen(staticHost(), 0, "127.0.0.1");
    base = host.origin + prefix;
  });
  afterAll(() => host?.close());

  test("every page is reached, and loads all that it needs", async () => {
    const page = await site.open("", { base });
    for (const guide of guides) {
      await page
        .locator("nav.sidebar")
        .getByRole("link", { name: guide.title, exact: true })
        .click();
      await page.waitForURL(base + pathOf(guide));
    }
    await page.locator("nav.sidebar").getByRole("link", { name: "Overview", exact: true }).click();
    await page.waitForURL(`${base}reference/`);
    for (const { route, label } of entries.slice(0, 3)) {
      await page
        .locator(`nav.sidebar a[href$="#${route}"]`)
        .evaluate((link) => (link as HTMLElement).click());
      await sees(page, label);
      expect(page.url()).toBe(`${base}reference/#${route}`);
      await page.reload();
      await sees(page, label);
    }
  });

  test("the search finds pages and operations there", async () => {
    const page = await site.open("quick-start/", { base });
    const [code = ""] = errorCodes;
    const [operation] = entries;
    for (const [text, path] of [
      [code, `errors/#${code.toLowerCase()}`],
      [operation?.label ?? "", `reference/#${operation?.route}`],
    ] as const) {
      await search(page, text);
      const result = page.locator(`site-search dialog a[href="${new URL(base).pathname}${path}"]`);
      await result.first().click();
      await page.waitForURL(base + path);
    }
  });
});

describeSite("without a network", (site) => {
  test("the reference that is loaded shows everything", async () => {
    const page = await site.open("reference/#/messages/send");
    await sees(page, "Send one message");
    // The browser asks for the icon again with every title.
    site.expectFault(/favicon\.svg/);
    await page.context().setOffline(true);
    for (const { route, label } of entries.slice(-3)) {
      await go(page, route);
      await sees(page, label);
    }
  });

  test("a guide that is loaded goes on working", async () => {
    const page = await site.open("segments/");
    await page.locator("site-search dialog input").waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByRole("tab", { name: "Python", exact: true }).first().click();
    const counter = page.locator("segment-counter");
    await counter.getByRole("textbox").fill("a");
    expect(await counter.locator('[data-count="units"]').textContent()).toBe("1");
    await page.getByLabel("Select theme").filter({ visible: true }).selectOption("dark");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  });

  test("the search that was used finds what it has found", async () => {
    const page = await site.open("quick-start/");
    const [code = ""] = errorCodes;
    const result = page.locator(`site-search dialog a[href$="errors/#${code.toLowerCase()}"]`);
    await search(page, code);
    await result.first().waitFor();
    await page.context().setOffline(true);
    await page.keyboard.press("Escape");
    await search(page, code);
    await result.first().waitFor();
  });
});

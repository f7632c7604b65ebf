import { expect, test } from "vitest";
import { operationsOf } from "../../src/document.ts";
import { routeOf } from "../../src/reference/page-route.ts";
import { bundle, entries, view } from "../site.ts";
import { describeSite } from "./browser.ts";
import { choose, go, panelOf, sees } from "./reference.ts";

const calls = operationsOf(view);
const webhooks = Object.entries(bundle.webhooks);

describeSite("the reference", (site) => {
  test("shows every operation, webhook and schema at its route", async () => {
    const page = await site.open("reference/");
    for (const { route, label } of entries) {
      await go(page, route);
      await sees(page, label);
    }
    expect(calls).toHaveLength(6);
    expect(webhooks).toHaveLength(5);
  });

  test("shows the payload of every webhook", async () => {
    const page = await site.open("reference/");
    for (const [event, { post }] of webhooks) {
      await go(page, routeOf(post));
      await panelOf(page, event).getByText(`"${event}"`).first().waitFor();
    }
  });

  test("has every sample of every operation", async () => {
    const page = await site.open("reference/");
    for (const { path, operation } of calls) {
      await go(page, routeOf(operation));
      const samples = operation["x-codeSamples"] ?? [];
      expect(samples.length).toBeGreaterThanOrEqual(4);
      for (const { label, source } of samples) {
        await choose(page, path, label);
        const shown = panelOf(page, path).locator("code .line");
        await expect
          .poll(async () => (await shown.allTextContents()).map((line) => line.trimEnd()))
          .toEqual(source.trimEnd().split("\n"));
      }
    }
  });

  test("offers the choice of an example with the payload only", async () => {
    const page = await site.open("reference/#/messages/send");
    const panel = panelOf(page, "/sms/send");
    const examples = panel.getByRole("button", { name: "Example" });
    await panel.locator("code").waitFor();
    expect(await examples.isVisible()).toBe(false);
    await choose(page, "/sms/send", "Payload");
    await examples.waitFor();
  });

  test("marks what is an extension, with the reason", async () => {
    const page = await site.open("reference/#/schemas/bulkunicode");
    const { BulkUnicode } = bundle.components.schemas;
    const reason = String((BulkUnicode as Record<string, unknown>)["x-gcm-reason"]);
    await page
      .getByText(`Extension: ${reason.slice(0, 30)}`)
      .first()
      .waitFor();
  });

  test("leads from an operation to its form, and from a text to an operation", async () => {
    const page = await site.open("reference/");
    await page.locator("main").getByRole("link", { name: "getStatus", exact: true }).click();
    await sees(page, "Ask how far a message has come");
    const tryIt = page.locator('#redoc a[href$="/try-it/#getStatus"]');
    await tryIt.first().click();
    await page.waitForURL(`${site.url}try-it/#getStatus`);
    await page.locator("try-it#getStatus").waitFor();
  });

  test("offers the plain bundle for download", async () => {
    const page = await site.open("reference/");
    for (const file of ["openapi.json", "openapi.yaml"]) {
      const link = page.locator("#redoc").getByRole("link", { name: file }).first();
      const href = await link.evaluate((element: HTMLAnchorElement) => element.href);
      expect((await fetch(href)).status).toBe(200);
      expect(href).toBe(`${site.url}${file}`);
    }
  });
});

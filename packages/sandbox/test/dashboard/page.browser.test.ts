import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contentSecurityPolicy } from "@getclickmedia/sms-dashboard";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startSandbox } from "../../src/index.ts";
import { type Dashboard, describeDashboard, otp, register } from "./dashboard.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

const sections = [
  ["Messages", "/messages"],
  ["Send", "/send"],
  ["Batches", "/batches"],
  ["Webhooks", "/webhooks"],
  ["Credits", "/credits"],
  ["DLT", "/dlt"],
  ["API keys", "/keys"],
  ["Faults", "/faults"],
  ["Account", "/account"],
  ["Settings", "/settings"],
] as const;

/** Something of every kind, so that every part of the page has something to show. */
async function fill(dashboard: Dashboard): Promise<string[]> {
  const { call, send, sandbox } = dashboard;
  await call("POST /_sandbox/seed", { accounts: [{ accountId: "acme", name: "Acme" }] });
  await call("POST /_sandbox/accounts/demo/endpoints", { url: "http://127.0.0.1:9/" });
  await call("PUT /_sandbox/accounts/demo/headers/MYSHOP", { approved: false });
  await register(dashboard, "2001", "طلبك رقم {#var#} جاهز", { approved: false });
  await register(dashboard, "2002", `${"W".repeat(1900)} {#var#}`);
  await call("POST /_sandbox/faults", {
    effect: { error: "GATEWAY_ERROR" },
    operationId: "getBatch",
  });
  await send("919876543210");
  await send("910000000001");
  await send("910000000005");
  await send("919876543210", {
    templateId: "2002",
    message: `${"W".repeat(1900)} ${"w".repeat(37_000)}`,
  });
  const recipients = ["919876543210", "910000000002", "919812345678"];
  await call("POST /v1/sms/bulk", { ...otp, recipients });
  await sandbox.advance({ seconds: 2 });
  const scheduleAt = "2026-06-24T09:00:00+05:30";
  await call("POST /v1/sms/bulk", { ...otp, recipients, scheduleAt });
  const { messageId } = await send("919876543210");
  const { deliveries } = await call("GET /_sandbox/accounts/demo/deliveries");
  const tried = deliveries.find(({ attemptCount }: { attemptCount: number }) => attemptCount > 0);
  return [
    ...sections.map(([, route]) => route),
    "/messages/919876543210",
    `/messages/919876543210/${messageId}`,
    `/webhooks/${tried.deliveryId}`,
  ];
}

async function go(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  // The lists that a part begins with.
  await page.waitForTimeout(100);
  await page.waitForFunction(() => document.querySelector(".loading") === null);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate<AxeResults>("axe.run()");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

describeDashboard("the page", (dashboard) => {
  const { open, call, send } = dashboard;

  test("comes with its policy, and the browser keeps to it", async () => {
    const response = await fetch(dashboard.sandbox.dashboardUrl);
    expect(response.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    const page = await open();
    await page.getByText("No messages yet").waitFor();
    dashboard.expectFault(/Content Security Policy/);
    dashboard.expectFault(/198\.51\.100\.1/);
    const blocked = await page.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.blockedURI));
      });
      await fetch("http://198.51.100.1/trace").catch(() => {});
      return violation;
    });
    expect(blocked).toBe("http://198.51.100.1/trace");
  });

  test("every part is in the menu, has a heading and a title, and is there after a reload", async () => {
    const page = await open();
    for (const [name, route] of sections) {
      await page
        .getByRole("navigation", { name: "Sandbox" })
        .getByRole("link", { name, exact: true })
        .click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      await expect.poll(() => page.title()).toBe(`${name} · SMS sandbox`);
      expect(page.url()).toBe(`${dashboard.sandbox.dashboardUrl}#${route}`);
      // Who uses the keyboard goes on from the heading.
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    }
    await page.reload();
    await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Account", level: 1 }).waitFor();
  });

  test("says that the sandbox is gone, and goes on by itself when it is back", async () => {
    dashboard.expectFault(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY/);
    const first = await startSandbox({ port: 0 });
    const page = await open();
    // The other one's page is of another origin than this test's.
    dashboard.expectFault(/request to another origin: http:\/\/127\.0\.0\.1/);
    await page.goto(first.dashboardUrl);
    await page.getByText("No messages yet").waitFor();
    const { port } = first;
    await first.close();
    const banner = page.getByRole("status").filter({ hasText: "The sandbox does not answer" });
    await banner.waitFor();

    const second = await startSandbox({ port, clock: "frozen" });
    try {
      await fetch(`${second.url}/sms/send`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-api-key": second.apiKey ?? "" },
        body: JSON.stringify({ ...otp, to: "919876543210" }),
      });
      await page.getByRole("article").getByText("Your OTP is 482910").waitFor();
      await banner.waitFor({ state: "detached" });
    } finally {
      await page.close();
      await second.close();
    }
  });

  test.each([
    ["wide", "light"],
    ["wide", "dark"],
    ["narrow", "light"],
    ["narrow", "dark"],
  ] as const)("has no fault that axe knows, %s and %s", async (width, colorScheme) => {
    const routes = await fill(dashboard);
    const viewport = width === "wide" ? { width: 1440, height: 900 } : { width: 360, height: 740 };
    const page = await open("/messages", { viewport, colorScheme });
    const found: Record<string, string[]> = {};
    for (const route of routes) {
      await go(page, route);
      const faults = await violations(page);
      if (faults.length > 0) found[route] = faults;
    }
    expect(found).toEqual({});
  });

  test("has no fault that axe knows in its dialogs, notices and answers", async () => {
    dashboard.expectFault(/401/);
    const page = await open("/webhooks");
    await page.getByRole("button", { name: "Add an endpoint" }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("dialog", { name: "The endpoint's secret" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("button", { name: /^Remove/ }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await go(page, "/send");
    await page.getByLabel("Template", { exact: true }).selectOption(otp.templateId);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Accepted").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("textbox", { name: "API key", exact: true }).fill("gcm_test_wrong");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("INVALID_API_KEY").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("is never wider than a telephone of 360 px", async () => {
    const routes = await fill(dashboard);
    const page = await open("/messages", { viewport: { width: 360, height: 740 } });
    for (const route of routes) {
      await go(page, route);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ route, width }).toEqual({ route, width: 360 });
    }
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("button", { name: "Set clock" }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole("link", { name: "DLT" }).click();
    await page.getByRole("button", { name: "Add a template" }).click();
    const dialog = await page.getByRole("dialog").boundingBox();
    expect(dialog?.x).toBeGreaterThanOrEqual(0);
    expect((dialog?.x ?? 0) + (dialog?.width ?? 0)).toBeLessThanOrEqual(360);
  });

  test("a tab out of sight listens to nothing, and catches up when it is seen again", async () => {
    const page = await open();
    await page.getByText("No messages yet").waitFor();
    const show = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, "hidden", { value, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    await show(true);
    await send("919876543210");
    await page.waitForTimeout(500);
    await page.getByText("No messages yet").waitFor();
    await show(false);
    await page.getByRole("article").getByText("Your OTP is 482910").waitFor();
  });

  test("nothing moves for who has asked for that", async () => {
    const page = await open("/batches", { reducedMotion: "reduce" });
    await page.getByRole("heading", { name: "Batches", level: 1 }).waitFor();
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return transitionDuration !== "0s" || animationName !== "none";
        }).length,
    );
    expect(moving).toBe(0);
  });

  test("the skip button leads past the menu", async () => {
    const page = await open();
    await page.getByText("No messages yet").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
  });

  test("a storm of changes does not make a storm of requests", async () => {
    const page = await open();
    await page.getByText("No messages yet").waitFor();
    let underWay = 0;
    let most = 0;
    await page.route(/accounts\/demo\/messages/, async (route) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 300));
      underWay -= 1;
      await route.continue();
    });
    for (let index = 0; index < 60; index += 1) {
      await send("919876543210");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await expect.poll(() => page.getByRole("article").count()).toBe(50);
    // The list and the conversation: neither is asked for again before it has come.
    expect(most).toBe(2);
    expect((await call("GET /_sandbox/health")).messages).toBe(60);
  });
});

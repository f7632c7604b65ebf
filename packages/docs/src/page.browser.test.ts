import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import sirv from "sirv";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { readBundle } from "./bundle.ts";
import { distFolder } from "./dist.ts";
import { operationsOf } from "./document.ts";
import { type Docs, startDocs } from "./serve.ts";
import { withCodeSamples } from "./view/code-samples.ts";
import { routeOf } from "./view/page-route.ts";

// The built page in a real Chromium: what a reader sees, and what the browser is asked to load.

const bundle = await readBundle();
const operations = operationsOf(withCodeSamples(bundle));
const webhooks = Object.entries(bundle.webhooks);
const schemas = Object.entries(bundle.components.schemas);
const codes = Object.keys(bundle.components.schemas.ErrorCode?.["x-extensible-enum"] ?? {});
const plans = Object.keys(bundle.components.schemas.Plan?.["x-extensible-enum"] ?? {});

const executablePath = findTool("chromium");
if (!executablePath) reportMissing("chromium", "the page is not tested in a browser");

describe.skipIf(!executablePath)("the page", () => {
  let browser: Browser;
  let docs: Docs;
  /** Everything that went wrong in the pages of one test. */
  let faults: string[] = [];

  beforeAll(async () => {
    docs = await startDocs({ port: 0 });
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await docs?.close();
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const seen = faults;
    faults = [];
    expect(seen).toEqual([]);
  });

  async function open(
    route: string,
    { base = `${docs.url}/`, ...options }: BrowserContextOptions & { base?: string } = {},
  ): Promise<Page> {
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ viewport, ...options });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const { origin } = new URL(base);
    page.on("request", (request) => {
      const url = request.url();
      const own = url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`);
      if (!own && !url.startsWith("data:")) faults.push(`off-origin request: ${url}`);
    });
    page.on("requestfailed", (request) => faults.push(`failed request: ${request.url()}`));
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
    });
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`console: ${message.text().slice(0, 300)}`);
    });
    page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
    await page.goto(`${base}#${route}`);
    return page;
  }

  const go = (page: Page, route: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, route);

  /** Waits until a heading stands in the window, where the reader sees it. */
  const sees = (page: Page, title: string) =>
    page.waitForFunction((text) => {
      const headings = [...document.querySelectorAll("h1, h2")];
      return headings.some((heading) => {
        const { top } = heading.getBoundingClientRect();
        const inWindow = top > -5 && top < innerHeight;
        return (
          heading.textContent.replace(/Webhook$/, "") === text &&
          heading.checkVisibility() &&
          inWindow
        );
      });
    }, title);

  async function search(page: Page, text: string) {
    const dialog = page.getByTestId("search-dialog");
    // The page is there before its scripts listen, so the first press may go unheard.
    await vi.waitFor(
      async () => {
        await page.keyboard.press("ControlOrMeta+k");
        await dialog.waitFor({ timeout: 1_000 });
      },
      { timeout: 10_000 },
    );
    await dialog.locator("input").fill(text);
    await dialog.getByText(text).first().waitFor();
  }

  /** The panel with the samples of one operation. */
  const panelOf = (page: Page, path: string) =>
    page.locator(".panel-request-samples").filter({ hasText: path });

  async function choose(page: Page, path: string, language: string) {
    await panelOf(page, path)
      .locator('[data-component-name="Panel/PanelHeader"] button')
      .last()
      .click();
    await page
      .getByRole("menuitem", { name: language, exact: true })
      .filter({ visible: true })
      .click();
  }

  test("loads nothing from anywhere else, and its policy forbids it", async () => {
    const page = await open("/");
    await sees(page, "Your first message");
    await page.waitForLoadState("networkidle");
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");

    // It may be refused something else at the same time, as a library that tries whether it may use `eval`.
    await page.evaluate(async (elsewhere) => {
      const refused = new Promise<void>((resolve) => {
        document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
          if (blockedURI === elsewhere) resolve();
        });
      });
      await fetch(elsewhere).catch(() => {});
      return refused;
    }, "http://198.51.100.1/trace");
    // Only what this test did itself to see the policy at work.
    faults = faults.filter((fault) => !fault.includes("198.51.100.1"));
  });

  test("shows every operation", async () => {
    const page = await open("/");
    for (const { operation } of operations) {
      await go(page, routeOf(operation));
      await sees(page, operation.summary);
    }
    expect(operations).toHaveLength(6);
  });

  test("shows every webhook", async () => {
    const page = await open("/");
    for (const [event, { post }] of webhooks) {
      await go(page, routeOf(post));
      await sees(page, post.summary);
      await panelOf(page, event).getByText(`"${event}"`).first().waitFor();
    }
    expect(webhooks).toHaveLength(5);
  });

  test("shows every schema", async () => {
    const page = await open("/schemas");
    for (const [name, { title = name }] of schemas) {
      await go(page, `/schemas/${name.toLowerCase()}`);
      await sees(page, title);
    }
    expect(schemas.length).toBeGreaterThan(0);
  });

  test("has every error code and every plan in its tables", async () => {
    const page = await open("/section/error-codes");
    const cells = page.locator(".md-table-wrapper td:first-child");
    for (const value of [...codes, ...plans]) {
      await cells.getByText(value, { exact: true }).waitFor();
    }
    expect(codes.length).toBeGreaterThan(0);
    expect(plans.length).toBeGreaterThan(0);
  });

  test("marks what is an extension, with the reason", async () => {
    const page = await open("/section/error-codes");
    await page.locator(".md-table-wrapper em", { hasText: "Extension: " }).first().waitFor();
    await go(page, "/schemas/bulkunicode");
    await page
      .getByText(/^Extension: The guide lists the flag/)
      .first()
      .waitFor();
  });

  test("a link in a description leads to the operation", async () => {
    const page = await open("/");
    await page.getByRole("link", { name: "getStatus", exact: true }).click();
    await sees(page, "Ask how far a message has come");
    expect(page.url()).toBe(`${docs.url}/#/messages/getstatus`);
  });

  test("has the samples of every operation in four languages", async () => {
    const page = await open("/");
    for (const { path, operation } of operations) {
      await go(page, routeOf(operation));
      const samples = operation["x-codeSamples"] ?? [];
      expect(samples).toHaveLength(4);
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
    const page = await open("/messages/send");
    const panel = panelOf(page, "/sms/send");
    const examples = panel.getByRole("button", { name: "Example" });
    await panel.locator("code").waitFor();
    expect(await examples.isVisible()).toBe(false);
    await choose(page, "/sms/send", "Payload");
    await examples.waitFor();
  });

  test.each([
    ["an operation", "Cancel a scheduled batch"],
    ["an error code", "NOT_CANCELLABLE"],
  ])("finds %s by search", async (_, text) => {
    const page = await open("/");
    await sees(page, "Your first message");
    await search(page, text);
  });

  test("offers the plain bundle for download", async () => {
    const page = await open("/");
    for (const file of ["openapi.json", "openapi.yaml"]) {
      const href = await page
        .getByRole("link", { name: file })
        .first()
        .evaluate((link: HTMLAnchorElement) => link.href);
      expect(href).toBe(`${docs.url}/${file}`);
    }
  });

  test.each(["light", "dark"] as const)(
    "follows the system to %s, and is legible",
    async (mode) => {
      const page = await open("/section/error-codes", { colorScheme: mode });
      const cells = page.locator(".md-table-wrapper :is(th, td, td code, td em)");
      await cells.first().waitFor();
      expect(await page.locator("html").getAttribute("class")).toContain(mode);
      const worst = Math.min(...(await cells.evaluateAll(contrasts)));
      // WCAG AA for text of normal size.
      expect(worst).toBeGreaterThanOrEqual(4.5);
    },
  );

  describe("on a telephone", () => {
    const routes = [
      "/",
      "/section/error-codes",
      "/section/plans-and-limits",
      ...operations.map(({ operation }) => routeOf(operation)),
      ...webhooks.map(([, { post }]) => routeOf(post)),
      "/schemas/errorcode",
    ];

    test("nothing is wider than the screen", async () => {
      const page = await open("/", { viewport: { width: 390, height: 844 } });
      for (const route of routes) {
        await go(page, route);
        await page.waitForTimeout(150);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect({ route, width }).toEqual({ route, width: 390 });
      }
    });
  });

  test("works without a network once it is loaded", async () => {
    const page = await open("/");
    await sees(page, "Your first message");
    await page.context().setOffline(true);
    await go(page, "/schemas/plan");
    await sees(page, "Plan");
    await search(page, "RATE_LIMIT_EXCEEDED");
  });

  test("works below a path of any static host, also when loaded anew", async () => {
    const prefix = "/some/sub/path";
    const files = sirv(distFolder);
    const host = createServer((request, response) => {
      const notFound = () => {
        response.writeHead(404).end();
      };
      if (!request.url?.startsWith(`${prefix}/`)) return notFound();
      request.url = request.url.slice(prefix.length);
      files(request, response, notFound);
    });
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
    const base = `http://127.0.0.1:${(host.address() as AddressInfo).port}${prefix}/`;
    try {
      const page = await open("/messages/send", { base });
      await sees(page, "Send one message");
      await page.getByRole("link", { name: "Account", exact: true }).click();
      await sees(page, "Account");
      expect(page.url()).toBe(`${base}#/account`);
      await page.reload();
      await sees(page, "Account");
      await go(page, "/");
      const download = page.getByRole("link", { name: "openapi.yaml" }).first();
      expect(await download.evaluate((link: HTMLAnchorElement) => link.href)).toBe(
        `${base}openapi.yaml`,
      );
    } finally {
      host.closeAllConnections();
      host.close();
    }
  });
});

/** The contrast of the text of each element with what lies behind it, as WCAG 2 defines it. */
function contrasts(elements: Element[]): number[] {
  // The browser turns every colour into 8-bit channels for us, and blends those that are translucent.
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const paint = (colors: string[]) => {
    if (!context) return [];
    for (const color of colors) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = (channels: number[]) => {
    const linear = channels
      .map((channel) => channel / 255)
      .map((channel) =>
        channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
      );
    const [red = 0, green = 0, blue = 0] = linear;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return elements.map((element) => {
    const behind = ["white"];
    for (let at: Element | null = element; at; at = at.parentElement) {
      behind.splice(1, 0, getComputedStyle(at).backgroundColor);
    }
    const back = luminance(paint(behind));
    const text = luminance(paint([...behind, getComputedStyle(element).color]));
    return (Math.max(back, text) + 0.05) / (Math.min(back, text) + 0.05);
  });
}

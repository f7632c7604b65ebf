import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { type Docs, startDocs } from "../../src/serve.ts";

/** The built site in a real Chromium. */
export interface Site {
  /** Where it is served, as `http://127.0.0.1:4000/`. */
  readonly url: string;
  /** Opens a page by its address below the site, as `errors/#quota_exceeded`, in a browser that knows nothing yet. */
  open(path?: string, options?: OpenOptions): Promise<Page>;
  /** Says that something that the browser reports as wrong is meant to be, in this test. */
  expectFault(fault: RegExp): void;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Another place where the site is served. */
  base?: string;
}

export const executablePath = findTool("chromium");
if (!executablePath) reportMissing("chromium", "the documentation is not tested in a browser");

/** Nothing of these may be on, or the browser itself would call other hosts. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const desktop = { width: 1440, height: 900 };
export const telephone = { width: 390, height: 844 };

/**
 * Tests of the built site, which share one browser. Each fails on whatever the browser has to complain of: a request
 * to another origin, one that fails, an error on the console, which breaches of the page's policy are too.
 */
export function describeSite(name: string, tests: (site: Site) => void): void {
  describe.skipIf(!executablePath)(name, () => {
    let browser: Browser;
    let docs: Docs;
    let faults: string[] = [];
    let expected: RegExp[] = [];

    beforeAll(async () => {
      docs = await startDocs({ port: 0 });
      browser = await chromium.launch({
        ...(executablePath && { executablePath }),
        args: browserFlags,
      });
    });

    afterAll(async () => {
      await browser?.close();
      await docs?.close();
    });

    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      const unexpected = faults.filter((fault) => !expected.some((each) => each.test(fault)));
      faults = [];
      expected = [];
      expect(unexpected).toEqual([]);
    });

    async function open(path = "", { base = `${docs.url}/`, ...options }: OpenOptions = {}) {
      const context = await browser.newContext({ viewport: desktop, ...options });
      // A page takes its time on a busy machine.
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      recordFaults(page, new URL(base).origin, (fault) => faults.push(fault));
      await page.goto(`${base}${path}`);
      return page;
    }

    tests({
      get url() {
        return `${docs.url}/`;
      },
      open,
      expectFault: (fault) => expected.push(fault),
    });
  });
}

/** Tells of everything that goes wrong in a page. */
function recordFaults(page: Page, origin: string, record: (fault: string) => void): void {
  page.on("request", (request) => {
    const url = request.url();
    const own = url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`);
    if (!own && !url.startsWith("data:")) record(`request to another origin: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // What the reader leaves before it has come is given up, which is no fault.
    if (reason !== "net::ERR_ABORTED") record(`failed request: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) record(`${response.status()}: ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    record(`console: ${message.text().slice(0, 300)} ${message.location().url}`);
  });
  page.on("pageerror", (error) => record(`page error: ${error.message}`));
}

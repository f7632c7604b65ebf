/// <reference lib="dom" />

import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import { type Configuration, type Sandbox, startSandbox } from "../../src/index.ts";

/** The page of a running sandbox in a real Chromium, and the sandbox behind it. */
export interface Dashboard {
  /** The sandbox of this test. Its clock stands at 16:00 in India, on 23 June 2026. */
  readonly sandbox: Sandbox;
  /** Opens the page at a route, as `/messages`. */
  open(route?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Calls the sandbox, as `POST /_sandbox/clock/advance`, and answers its JSON. */
  call(operation: string, body?: object): Promise<Answer>;
  /** Sends the guide's OTP message, or what else is given. */
  send(to: string, message?: object): Promise<Answer>;
  /** Says that something the browser reports as wrong is meant to be. */
  expectFault(fault: RegExp): void;
}

// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it checks.
type Answer = any;

export const otp = {
  message: "Your OTP is 482910. Valid for 10 minutes. — GCMDIA",
  senderId: "GCMDIA",
  templateId: "1007161234567890125",
  type: "transactional",
};

/** With variables as long as a message can be, to see how the page shows one. */
const config: Configuration = {
  dltRules: [
    {
      from: "2021-04-01",
      matching: "strict",
      variables: {
        var: { description: "any text", characters: "any", minLength: 1, maxLength: 39_015 },
      },
    },
  ],
};

const executablePath = findTool("chromium");
if (!executablePath) reportMissing("chromium", "the dashboard is not tested");

/**
 * Tests of the page. Each has a sandbox of its own, and fails on whatever the browser has to complain of: an
 * error on the console, a breach of the page's policy, a request to another origin.
 */
export function describeDashboard(name: string, tests: (dashboard: Dashboard) => void): void {
  describe.skipIf(!executablePath)(name, () => {
    let browser: Browser;
    let sandbox: Sandbox;
    let faults: string[] = [];
    let expected: RegExp[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({
        ...(executablePath && { executablePath }),
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
      });
    });

    afterAll(() => browser?.close());

    beforeEach(async () => {
      faults = [];
      expected = [];
      const clock = { start: "2026-06-23T16:00:00+05:30", speed: 0 };
      sandbox = await startSandbox({ port: 0, clock, config });
    });

    afterEach(async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await sandbox.close();
      const unexpected = faults.filter((fault) => !expected.some((each) => each.test(fault)));
      expect(unexpected).toEqual([]);
    });

    async function open(route = "/messages", settings: BrowserContextOptions = {}): Promise<Page> {
      const viewport = { width: 1440, height: 900 };
      const context = await browser.newContext({ viewport, ...settings });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      page.on("request", (request) => {
        if (!request.url().startsWith(sandbox.dashboardUrl))
          faults.push(`request to another origin: ${request.url()}`);
      });
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning")
          faults.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
      page.on("dialog", (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      await page.goto(`${sandbox.dashboardUrl}#${route}`);
      return page;
    }

    async function call(operation: string, body?: object): Promise<Answer> {
      const [method = "", path = ""] = operation.split(" ");
      const response = await fetch(new URL(path, sandbox.dashboardUrl), {
        method,
        headers: {
          ...(body && { "content-type": "application/json" }),
          ...(path.startsWith("/v1") && sandbox.apiKey && { "x-api-key": sandbox.apiKey }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${operation}: ${response.status} ${text}`);
      return text === "" ? undefined : JSON.parse(text);
    }

    tests({
      get sandbox() {
        return sandbox;
      },
      open,
      call,
      send: (to, message = {}) => call("POST /v1/sms/send", { ...otp, to, ...message }),
      expectFault: (fault) => expected.push(fault),
    });
  });
}

/** Registers a template that any test can send. */
export async function register(
  { call }: Dashboard,
  templateId: string,
  text: string,
  part: object = {},
): Promise<void> {
  await call(`PUT /_sandbox/accounts/demo/templates/${templateId}`, {
    senderId: "GCMDIA",
    type: "transactional",
    text,
    approved: true,
    ...part,
  });
}

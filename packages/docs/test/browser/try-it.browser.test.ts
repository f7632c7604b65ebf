import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { listen } from "@getclickmedia/sms-listen";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { type Sandbox, startSandbox } from "@getclickmedia/sms-sandbox";
import { findTool, reportMissing, run } from "@getclickmedia/sms-test-tools";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operationsOf, resolve } from "../../src/document.ts";
import { bodyExamples } from "../../src/samples/body-examples.ts";
import { bundle, errorCodes } from "../site.ts";
import { describeSite } from "./browser.ts";

const curl = findTool("curl");
if (!curl) reportMissing("curl", "what the forms copy is not run");

const operations = operationsOf(bundle).map(({ operation }) => operation);

/** The first success among the answers of an operation: its status, and its example for what the form begins with. */
function successOf(operationId: string) {
  const operation = operations.find((each) => each.operationId === operationId);
  const [status = "", answer] =
    Object.entries(operation?.responses ?? {}).find(([code]) => code.startsWith("2")) ?? [];
  const [content] = Object.values((answer && resolve(bundle, answer).content) ?? {});
  const examples = content?.examples ?? {};
  const [sent = ""] = operation ? (bodyExamples(bundle, operation)[0] ?? []) : [];
  const example = examples[sent] ?? Object.values(examples)[0];
  return { status, value: example?.value };
}

/** As many characters as no answer of the API has. */
const longest = 1_000_000;

/** A server that allows every page to call it, and answers as the API never does. */
function oddServer() {
  return createHttpServer(({ method, url = "" }, response) => {
    for (const name of ["origin", "headers", "methods"])
      response.setHeader(`access-control-allow-${name}`, "*");
    if (method === "OPTIONS") response.writeHead(204).end();
    else if (url.startsWith("/away")) response.writeHead(302, { location: "/elsewhere" }).end();
    else if (url.startsWith("/long")) response.end("x".repeat(longest));
    else {
      response.writeHead(200, { "content-length": 100 });
      response.write("{", () => response.destroy());
    }
  });
}

describeSite("the form to try a call", (site) => {
  let mock: Mock;
  let sandbox: Sandbox;

  beforeAll(async () => {
    mock = await startMock({ port: 0 });
    sandbox = await startSandbox({ port: 0, clock: "frozen" });
  });

  afterAll(async () => {
    await mock?.close();
    await sandbox?.close();
  });

  /** Opens the page of forms, and counts the requests that go elsewhere than to the site. */
  async function open(operationId: string) {
    const page = await site.open("try-it/", { permissions: ["clipboard-read", "clipboard-write"] });
    const requests: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(site.url))
        requests.push(`${request.method()} ${request.url()}`);
    });
    return { page, form: page.locator(`try-it[id="${operationId}"]`), requests };
  }

  /** What the reader's own server is called from here on. */
  async function use(form: Locator, server: "Mock" | "Sandbox", address: string) {
    site.expectFault(/^request to another origin: http:\/\/127\.0\.0\.1:/);
    await field(form, "server").selectOption(server);
    await field(form, "address").fill(address);
    if (server === "Sandbox") await field(form, "key").fill(sandbox.apiKey ?? "");
  }

  const field = (form: Locator, name: string) => form.locator(`[name="${name}"]`);
  const send = (form: Locator) => form.getByRole("button", { name: "Send" }).click();
  const statusOf = (form: Locator) => form.locator(".answer .status");

  /** The JSON of the answer that is shown, below its headers. */
  async function bodyOf(form: Locator): Promise<unknown> {
    const text = (await form.locator(".answer code").textContent()) ?? "";
    return JSON.parse(text.slice(text.indexOf("\n\n")));
  }

  test("sends nothing before the reader says so, and then only what is filled in", async () => {
    const { page, form, requests } = await open("send");
    await use(form, "Mock", mock.url);
    await field(form, "body").fill("{}");
    await form.getByRole("button", { name: "Copy as curl" }).click();
    await form.getByText("Copied.").waitFor();
    expect(requests).toEqual([]);
    site.expectFault(/^(400|console: Failed to load resource)/);
    const request = page.waitForRequest(`${mock.url}/sms/send`);
    await send(form);
    const sent = await request;
    expect([sent.method(), sent.postData()]).toEqual(["POST", "{}"]);
    expect(await sent.headerValue("x-api-key")).toMatch(/^gcm_test_/);
    expect(await sent.headerValue("referer")).toBeNull();
    await statusOf(form).waitFor();
    expect(new Set(requests)).toEqual(new Set([`POST ${mock.url}/sms/send`]));
  });

  test.each(operations.map(({ operationId }) => operationId))(
    "shows what the mock answers to %s",
    async (operationId) => {
      const { form } = await open(operationId);
      await use(form, "Mock", mock.url);
      await send(form);
      const { status, value } = successOf(operationId);
      await expect.poll(() => statusOf(form).textContent()).toMatch(new RegExp(`^${status}\\b`));
      expect(await statusOf(form).getAttribute("class")).toContain("ok");
      expect(await bodyOf(form)).toEqual(value);
    },
  );

  test("sends to the sandbox, and asks it for the message with the id that it gave", async () => {
    const { page, form } = await open("send");
    await use(form, "Sandbox", sandbox.url);
    await send(form);
    await expect.poll(() => statusOf(form).textContent()).toMatch(/^2/);
    const { messageId } = (await bodyOf(form)) as { messageId: string };

    const status = page.locator("try-it#getStatus");
    await use(status, "Sandbox", sandbox.url);
    await field(status, "parameter:messageId").fill(messageId);
    await send(status);
    await expect.poll(() => statusOf(status).textContent()).toMatch(/^2/);
    expect(await bodyOf(status)).toMatchObject({ messageId });
  });

  test("shows the error that the API answers a wrong body with", async () => {
    site.expectFault(/^(4\d\d|console: Failed to load resource)/);
    const { form } = await open("send");
    await use(form, "Sandbox", sandbox.url);
    await field(form, "body").fill('{ "to": "1" }');
    await send(form);
    await expect.poll(() => statusOf(form).textContent()).toMatch(/^4\d\d/);
    expect(await statusOf(form).getAttribute("class")).toContain("error");
    const { error } = (await bodyOf(form)) as { error: { code: string } };
    expect(errorCodes).toContain(error.code);
  });

  test("asks the mock, and only the mock, for every error that the operation can have", async () => {
    site.expectFault(/^([45]\d\d|console: Failed to load resource)/);
    const { form } = await open("send");
    await use(form, "Mock", mock.url);
    const choice = field(form, "prefer");
    const statuses = await choice
      .locator("option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    const declared = Object.keys(
      operations.find((each) => each.operationId === "send")?.responses ?? {},
    );
    expect(statuses).toEqual(["", ...declared.filter((status) => /^[45]/.test(status))]);
    for (const status of statuses.slice(1)) {
      await choice.selectOption(status);
      await send(form);
      await expect.poll(() => statusOf(form).textContent()).toMatch(new RegExp(`^${status}\\b`));
    }
    await use(form, "Sandbox", sandbox.url);
    expect(await choice.isVisible()).toBe(false);
    await send(form);
    await expect.poll(() => statusOf(form).textContent()).toMatch(/^2/);
  });

  test.each([
    ["a body that is no JSON", "body", "{", /^The body is not JSON: /],
    [
      "an address elsewhere",
      "address",
      "http://example.com/v1",
      /only calls servers on your own machine/,
    ],
    [
      "an address that only looks local",
      "address",
      "http://127.0.0.1.example.com/v1",
      /own machine/,
    ],
    ["a name in front of another host", "address", "http://127.0.0.1@example.com/", /own machine/],
    ["another protocol", "address", "ftp://127.0.0.1/", /own machine/],
    ["no address", "address", "", /own machine/],
    ["a key that no header can carry", "key", "gcm_test_é", /^The key has a character/],
  ])("refuses %s without sending anything", async (_, name, value, problem) => {
    const { form, requests } = await open("send");
    await field(form, name).fill(value);
    await send(form);
    await expect.poll(() => statusOf(form).textContent()).toMatch(problem);
    expect(await statusOf(form).getAttribute("class")).toContain("error");
    expect(await form.getByRole("button", { name: "Send" }).isEnabled()).toBe(true);
    expect(requests).toEqual([]);
  });

  test("refuses a path without its parameter, and escapes what is in it", async () => {
    site.expectFault(/^(4\d\d|console: Failed to load resource)/);
    const { page, form, requests } = await open("getStatus");
    await use(form, "Mock", mock.url);
    const parameter = field(form, "parameter:messageId");
    await parameter.fill(" ");
    await send(form);
    await expect.poll(() => statusOf(form).textContent()).toBe("Fill in messageId.");
    expect(requests).toEqual([]);
    await parameter.fill("../a b?c");
    const request = page.waitForRequest((each) => each.url().startsWith(mock.url));
    await send(form);
    expect((await request).url()).toBe(`${mock.url}/sms/status/..%2Fa%20b%3Fc`);
    await expect.poll(() => statusOf(form).textContent()).toMatch(/^\d/);
  });

  test("shows the answer of a server that is not the API", async () => {
    site.expectFault(/^(4\d\d|console: Failed to load resource)/);
    const { form } = await open("getBalance");
    await use(form, "Mock", `${new URL(mock.url).origin}/elsewhere`);
    await send(form);
    await expect.poll(() => statusOf(form).textContent()).toMatch(/^404/);
  });

  test.each([
    ["a redirect", "/away", /answered with a redirect, which is not followed/],
    ["an answer that breaks off", "/broken", /^The answer broke off before its end\.$/],
    ["an answer that is longer than any of the API", "/long", /^200/],
  ])("tells %s", async (_, path, told) => {
    site.expectFault(/^(failed request|console: Failed to load resource)/);
    const odd = await listen(oddServer());
    try {
      const { form } = await open("getBalance");
      await use(form, "Mock", odd.origin + path);
      await send(form);
      await expect.poll(() => statusOf(form).textContent()).toMatch(told);
      const shown = await form.locator(".answer").textContent();
      expect(shown?.length).toBeLessThan(longest / 2);
      if (path === "/long") expect(shown).toMatch(/… and \d+ more$/);
    } finally {
      await odd.close();
    }
  });

  test("says how to start a server where none listens", async () => {
    site.expectFault(/^(failed request|console: Failed to load resource)/);
    const { form } = await open("getBalance");
    const free = createServer();
    await new Promise<void>((done) => free.listen(0, "127.0.0.1", done));
    const address = free.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await new Promise((done) => free.close(done));
    for (const [server, command] of [
      ["Mock", "npx @getclickmedia/sms-mock"],
      ["Sandbox", "npx @getclickmedia/sms-sandbox"],
    ] as const) {
      await use(form, server, `http://127.0.0.1:${port}/v1`);
      await send(form);
      await expect
        .poll(() => statusOf(form).textContent())
        .toContain(`Nothing answered at http://127.0.0.1:${port}/v1/`);
      await expect.poll(() => form.locator(".answer code").textContent()).toBe(command);
    }
  });

  test("takes another example into the body", async () => {
    const { form } = await open("send");
    const examples = Object.values(
      operations.find(({ operationId }) => operationId === "send")?.requestBody?.content ?? {},
    ).flatMap((content) => Object.values(content.examples ?? {}));
    expect(examples.length).toBeGreaterThan(1);
    for (const [index, { value }] of examples.entries()) {
      await field(form, "example").selectOption({ index });
      expect(JSON.parse(await field(form, "body").inputValue())).toEqual(value);
    }
  });

  test.skipIf(!curl).each(operations.map(({ operationId }) => operationId))(
    "copies %s as a command that has the same answer",
    async (operationId) => {
      const { page, form } = await open(operationId);
      await use(form, "Mock", mock.url);
      await form.getByRole("button", { name: "Copy as curl" }).click();
      await form.getByText("Copied.").waitFor();
      const command = await copied(page);
      // The key stays out of what may be pasted anywhere.
      expect(command).not.toContain("gcm_test_");
      const { status, output } = await run(["sh", "-c", command], {
        env: { GCM_API_KEY: "gcm_test_try" },
      });
      expect(status, output).toBe(0);
      expect(JSON.parse(output)).toEqual(successOf(operationId).value);
    },
  );

  test("copies the error that is asked for too", async () => {
    const { page, form } = await open("send");
    await use(form, "Mock", mock.url);
    const status = await field(form, "prefer").locator("option").last().getAttribute("value");
    await field(form, "prefer").selectOption(status ?? "");
    await form.getByRole("button", { name: "Copy as curl" }).click();
    await form.getByText("Copied.").waitFor();
    expect(await copied(page)).toContain(`--header 'prefer: code=${status}'`);
  });

  test("shows the command where the browser copies nothing", async () => {
    const { page, form } = await open("send");
    // What a page from elsewhere over plain HTTP has: no clipboard.
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await form.getByRole("button", { name: "Copy as curl" }).click();
    await expect.poll(() => statusOf(form).textContent()).toMatch(/copy nothing/);
    expect(await form.locator(".answer code").textContent()).toContain("curl --silent");
  });

  test("copies nothing that is wrong", async () => {
    const { page, form } = await open("send");
    await page.evaluate(() => navigator.clipboard.writeText("mine"));
    await field(form, "body").fill("{");
    await form.getByRole("button", { name: "Copy as curl" }).click();
    await expect.poll(() => statusOf(form).textContent()).toMatch(/^The body is not JSON/);
    expect(await copied(page)).toBe("mine");
  });
});

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

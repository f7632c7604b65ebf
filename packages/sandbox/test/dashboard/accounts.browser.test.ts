import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeDashboard } from "./dashboard.ts";

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const rows = (page: Page, name: RegExp) =>
  page.getByRole("table", { name }).locator("tbody").getByRole("row");

describeDashboard("an account", (dashboard) => {
  const { open, call, send } = dashboard;
  const demo = () => call("GET /_sandbox/accounts/demo");

  test("its balance is given and taken, and the ledger tells each change", async () => {
    const { credits } = await demo();
    const page = await open("/credits");
    await region(page, "Balance").getByText(credits.toLocaleString("en-IN")).waitFor();
    await page.getByLabel("Amount").fill("250");
    await page.getByLabel("Note").fill("For the <b>feast</b>");
    await page.getByRole("button", { name: "Give" }).click();
    await region(page, "Balance")
      .getByText((credits + 250).toLocaleString("en-IN"))
      .waitFor();
    const first = rows(page, /^Every change of the balance/).first();
    await expect.poll(() => first.textContent()).toMatch(/Given.*<b>feast<\/b>.*\+250/);

    await page.getByRole("button", { name: "Take" }).click();
    await expect.poll(() => first.textContent()).toMatch(/Taken.*−250/);
    await expect.poll(async () => (await demo()).credits).toBe(credits);

    const { messageId } = await send("919876543210");
    await expect.poll(() => first.textContent()).toMatch(/Sent.*−1/);
    await region(page, "Balance")
      .getByText((credits - 1).toLocaleString("en-IN"))
      .waitFor();
    await first.getByRole("link", { name: messageId }).click();
    await page.getByRole("heading", { name: "+91 98765 43210" }).waitFor();
  });

  test("a key is created, shown once and used, and revoked", async () => {
    const page = await open("/keys");
    await page.getByLabel("Name").fill("My laptop");
    await page.getByRole("button", { name: "Create" }).click();
    const dialog = page.getByRole("dialog", { name: "The new key" });
    const key = await dialog.getByRole("textbox", { name: "API key" }).inputValue();
    expect(key).toMatch(/^gcm_test_/);
    await dialog.getByRole("button", { name: "Send with it" }).click();
    const row = rows(page, /keys/).filter({ hasText: "My laptop" });
    await row.getByText(`…${key.slice(-4)}`).waitFor();
    await row.getByText("In use").waitFor();
    expect(await page.content()).not.toContain(key);

    await page.getByRole("link", { name: "Send", exact: true }).click();
    expect(await page.getByRole("textbox", { name: "API key", exact: true }).inputValue()).toBe(
      key,
    );
    await page.goBack();
    await row.getByRole("button", { name: "Revoke My laptop" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await row.getByText("Revoked").waitFor();
    const { keys } = await call("GET /_sandbox/accounts/demo/keys");
    const mine = keys.find(({ name }: { name: string }) => name === "My laptop");
    expect(mine.revokedAt).not.toBeNull();
  });

  test("a sender header is registered, has its approval withdrawn, and is removed", async () => {
    const stored = async () => (await call("GET /_sandbox/accounts/demo/headers")).headers;
    const page = await open("/dlt");
    await page.getByLabel("New header").fill("MYSHOP");
    await page.getByRole("button", { name: "Register" }).click();
    const approved = page.getByRole("switch", { name: "MYSHOP is approved" });
    await approved.click();
    await expect.poll(() => approved.getAttribute("aria-checked")).toBe("false");
    expect(await stored()).toContainEqual({ senderId: "MYSHOP", approved: false });

    await page.getByRole("button", { name: "Remove MYSHOP" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await approved.waitFor({ state: "detached" });
    expect(await stored()).not.toContainEqual(expect.objectContaining({ senderId: "MYSHOP" }));
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Sender headers");
  });

  test("a template is registered, changed, has its approval withdrawn, and is removed", async () => {
    const stored = async (id: string) =>
      (await call("GET /_sandbox/accounts/demo/templates")).templates.find(
        ({ templateId }: { templateId: string }) => templateId === id,
      );
    const page = await open("/dlt");
    await page.getByRole("button", { name: "Add a template" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Template id").fill("3001");
    await dialog.getByLabel("Type").selectOption("Promotional");
    await dialog.getByLabel("Text").fill("<i>Hello</i> {#var#}");
    await dialog.getByRole("button", { name: "Add" }).click();
    const card = region(page, "3001");
    await card.getByText("<i>Hello</i> {#var#}").waitFor();
    expect(await stored("3001")).toMatchObject({ type: "promotional", approved: true });

    await card.getByRole("button", { name: "Change 3001" }).click();
    await dialog.getByLabel("Text").fill("Goodbye {#var#}");
    await dialog.getByRole("button", { name: "Save" }).click();
    await card.getByText("Goodbye {#var#}").waitFor();

    await card.getByRole("switch", { name: "3001 is approved" }).click();
    await card.getByText("Not approved").waitFor();
    expect(await stored("3001")).toMatchObject({ text: "Goodbye {#var#}", approved: false });

    await card.getByRole("button", { name: "Remove 3001" }).click();
    await dialog.getByRole("button", { name: "Remove" }).click();
    await card.waitFor({ state: "detached" });
    expect(await stored("3001")).toBeUndefined();
  });

  test("its plan, limit, routes and last day are shown and changed", async () => {
    const page = await open("/account");
    await region(page, "Demo account")
      .getByText("100 requests a second, 5,000 recipients a request")
      .waitFor();
    await page.getByLabel("Plan").selectOption("Starter");
    await page.getByLabel("Requests a second").fill("3");
    await page.getByLabel("Last day of the credits").fill("2027-01-31");
    await page.getByLabel("Promotional").uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await region(page, "Demo account")
      .getByText("3 requests a second, 1,000 recipients a request")
      .waitFor();
    expect(await demo()).toMatchObject({
      plan: "Starter",
      requestsPerSecond: 3,
      expiresAt: "2027-01-31",
      routes: ["transactional"],
    });
    await page.getByLabel("Requests a second").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(async () => (await demo()).requestsPerSecond).toBe(10);
  });

  test("is chosen where there are several, also after the page is loaded anew", async () => {
    await call("POST /_sandbox/seed", {
      accounts: [{ accountId: "acme", name: "Acme", credits: 7 }],
    });
    await send("919876543210");
    const page = await open();
    await page.getByRole("article").waitFor();
    await page.getByLabel("Account").selectOption("Acme (acme)");
    await page.getByText("No messages yet").waitFor();
    await page.getByText("7 credits · Growth").waitFor();
    await page.reload();
    await page.getByText("7 credits · Growth").waitFor();
    await page.getByRole("link", { name: "Send", exact: true }).click();
    expect(await page.getByRole("textbox", { name: "API key", exact: true }).inputValue()).toBe("");
  });
});

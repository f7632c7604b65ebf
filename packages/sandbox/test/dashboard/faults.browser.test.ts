import { errorCodes, operations } from "@getclickmedia/sms-types";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeDashboard } from "./dashboard.ts";

const broken = (page: Page) => page.getByRole("region", { name: "Broken now" });

describeDashboard("faults", ({ open, call }) => {
  const stored = async () => (await call("GET /_sandbox/faults")).faults;

  test("every error of the catalogue and every operation can be chosen", async () => {
    const page = await open("/faults");
    const options = (label: string) => page.getByLabel(label).locator("option").allTextContents();
    await broken(page).getByText("Nothing is broken").waitFor();
    for (const code of Object.keys(errorCodes)) {
      expect((await options("Error")).some((option) => option.endsWith(code))).toBe(true);
    }
    expect(await options("To which calls")).toHaveLength(Object.keys(operations).length + 1);
  });

  test.each([
    ["Answer with an error", "Answer with GATEWAY_ERROR", { error: "GATEWAY_ERROR" }],
    ["Answer late", "Answer 2,000 ms late", { delayMs: 2000 }],
    [
      "Cut the connection before the call has its effect",
      "Cut the connection before the call has its effect",
      { reset: "before" },
    ],
    [
      "Cut the connection after the call had its effect",
      "Cut the connection after the call has its effect",
      { reset: "after" },
    ],
    [
      "Answer as to plain HTTP, with a redirect",
      "Answer with a redirect, as to plain HTTP",
      { redirect: "https" },
    ],
  ])("%s is put in force and mended", async (choice, told, effect) => {
    const page = await open("/faults");
    await page.getByLabel("What happens").selectOption(choice);
    await page.getByLabel("To which calls").selectOption("send");
    await page.getByLabel("Of which account").selectOption("Demo account");
    await page.getByLabel("How many times").fill("3");
    await page.getByRole("button", { name: "Break" }).click();
    const row = broken(page).getByRole("row").filter({ hasText: told });
    await row.getByText("3 times more").waitFor();
    expect(await stored()).toMatchObject([
      { effect, operationId: "send", accountId: "demo", timesLeft: 3 },
    ]);
    await row.getByRole("button", { name: `Mend: ${told}` }).click();
    await broken(page).getByText("Nothing is broken").waitFor();
    expect(await stored()).toEqual([]);
  });

  test("a fault without a number stays until it is mended, and all are mended at once", async () => {
    const page = await open("/faults");
    await page.getByLabel("How many times").fill("");
    await page.getByRole("button", { name: "Break" }).click();
    await broken(page).getByText("Until it is mended").waitFor();
    await call("POST /_sandbox/faults", { effect: { delayMs: 10 }, times: 1 });
    await broken(page).getByText("Once more").waitFor();
    await broken(page).getByRole("button", { name: "Mend everything" }).click();
    await broken(page).getByText("Nothing is broken").waitFor();
  });

  test("a magic recipient is put into the form", async () => {
    const { recipients } = await call("GET /_sandbox/magic-recipients");
    const page = await open("/faults");
    const rows = page.getByRole("table", { name: "Magic recipients" }).locator("tbody tr");
    await expect.poll(() => rows.count()).toBe(recipients.length);
    const row = rows.filter({ hasText: "Failed: nobody has this number." });
    await row.getByRole("button", { name: "Send to 910000000002" }).click();
    await page.getByRole("heading", { name: "Send", level: 1 }).waitFor();
    expect(await page.getByRole("textbox", { name: "To", exact: true }).inputValue()).toBe(
      "910000000002",
    );
  });
});

describeDashboard("settings", (dashboard) => {
  const { open, call, send } = dashboard;

  test("delays, matching and promotional hours are changed", async () => {
    const page = await open("/settings");
    await page.getByLabel("In the queue").fill("5000");
    await page.getByLabel("At the carrier", { exact: true }).fill("7000");
    await page.getByLabel("At the carrier, when slow").fill("9000");
    await page.getByLabel("How texts are compared with templates").selectOption("Lenient");
    await page.getByLabel("Only go out within hours").check();
    await page.getByLabel("From, in India").fill("09:30");
    await page.getByLabel("Until, in India").fill("20:15");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The settings are changed.").waitFor();
    expect(await call("GET /_sandbox/settings")).toEqual({
      delays: { queueMs: 5000, carrierMs: 7000, slowMs: 9000 },
      matching: "lenient",
      promotionalHours: { from: "09:30", to: "20:15" },
    });
    await page.getByLabel("Only go out within hours").uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await expect
      .poll(async () => (await call("GET /_sandbox/settings")).promotionalHours)
      .toBeNull();
  });

  test("the sandbox is reset after a question", async () => {
    await send("919876543210");
    const page = await open("/settings");
    const dialog = page.getByRole("dialog", { name: "Reset the sandbox?" });
    const reset = page.getByRole("button", { name: "Reset the sandbox" });
    await reset.click();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect((await call("GET /_sandbox/health")).messages).toBe(1);
    await reset.click();
    await dialog.getByRole("button", { name: "Reset", exact: true }).click();
    await page.getByText("The sandbox starts afresh.").waitFor();
    expect((await call("GET /_sandbox/health")).messages).toBe(0);
    await page.getByRole("link", { name: "Messages" }).click();
    await page.getByText("No messages yet").waitFor();
  });
});

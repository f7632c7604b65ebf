import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeDashboard, otp } from "./dashboard.ts";

const recipients = ["919876543210", "919812345678", "910000000001", "910000000005"];
const card = (page: Page, batchId: string) => page.getByRole("region", { name: batchId });

describeDashboard("batches", (dashboard) => {
  const { open, call } = dashboard;
  const bulk = (part: object = {}) => call("POST /v1/sms/bulk", { ...otp, recipients, ...part });

  test("without any, it says what would make one", async () => {
    const page = await open("/batches");
    await page.getByText("No batches yet").waitFor();
    await page.getByRole("link", { name: "Send to several" }).click();
    await page.getByLabel("To, one number a line").waitFor();
  });

  test("each shows its progress as it goes on", async () => {
    const { batchId } = await bulk();
    const page = await open("/batches");
    const shown = card(page, batchId);
    const progress = shown.getByRole("progressbar", { name: `Ended messages of ${batchId}` });
    const counts = () => shown.locator(".counts li").allTextContents();
    await shown.getByText("Sending").waitFor();
    await expect.poll(counts).toEqual(["0 delivered", "0 failed", "4 pending", "of 4"]);
    expect(await progress.getAttribute("value")).toBe("0");

    await dashboard.sandbox.advance({ seconds: 60 });
    await shown.getByText("Completed", { exact: true }).waitFor();
    await expect.poll(counts).toEqual(["2 delivered", "2 failed", "0 pending", "of 4"]);
    expect(await progress.getAttribute("value")).toBe("4");
    await shown.getByText("delivery rate 50.0%").waitFor();
    expect(await shown.getByRole("button", { name: "Cancel" }).count()).toBe(0);
  });

  test("its messages can be looked at", async () => {
    const { batchId } = await bulk();
    await dashboard.send("919900112233");
    const page = await open("/batches");
    await card(page, batchId).getByRole("link", { name: "Show its messages" }).click();
    const list = page.getByRole("list", { name: "Conversations" }).getByRole("listitem");
    await expect.poll(() => list.count()).toBe(4);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => list.count()).toBe(5);
  });

  test("a scheduled one can be cancelled through the API, after a question", async () => {
    const { batchId } = await bulk({ scheduleAt: "2026-06-24T09:00:00+05:30" });
    const page = await open("/batches");
    const cancel = card(page, batchId).getByRole("button", { name: `Cancel ${batchId}` });
    const dialog = page.getByRole("dialog", { name: "Cancel this batch?" });

    await cancel.click();
    await dialog.getByText("None of its 4 messages is sent").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe(`Cancel ${batchId}`);

    await cancel.click();
    await dialog.getByRole("button", { name: "Cancel the batch" }).click();
    await page.getByText("The batch is cancelled.").waitFor();
    await card(page, batchId).getByText("Cancelled").waitFor();
    const { batches } = await call("GET /_sandbox/accounts/demo/batches");
    expect(batches[0].state).toBe("cancelled");
  });

  test("what the API says against a cancellation is told", async () => {
    dashboard.expectFault(/401/);
    const { batchId } = await bulk({ scheduleAt: "2026-06-24T09:00:00+05:30" });
    const page = await open("/send");
    await page.getByRole("textbox", { name: "API key", exact: true }).fill("gcm_test_wrong");
    await page.getByRole("link", { name: "Batches" }).click();
    await card(page, batchId).getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Cancel the batch" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "INVALID_API_KEY" });
    await alert.getByRole("button", { name: "Dismiss" }).click();
    await alert.waitFor({ state: "detached" });
    await card(page, batchId).getByText("Scheduled", { exact: true }).waitFor();
  });
});

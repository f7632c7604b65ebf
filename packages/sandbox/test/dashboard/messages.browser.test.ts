import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeDashboard, otp, register } from "./dashboard.ts";

const conversations = (page: Page) =>
  page.getByRole("list", { name: "Conversations" }).getByRole("listitem");
const phone = (page: Page) => page.getByRole("region", { name: "Conversation" });
const bubbles = (page: Page) => phone(page).getByRole("article");
const details = (page: Page) => page.getByRole("region", { name: "Message", exact: true });

describeDashboard("messages", (dashboard) => {
  const { open, send, call } = dashboard;

  test("without any, it says how to send one", async () => {
    const page = await open();
    await page.getByText("No messages yet").waitFor();
    await page.getByRole("link", { name: "Send one from here" }).click();
    await page.getByRole("heading", { name: "Send", level: 1 }).waitFor();
  });

  test("a message that is sent elsewhere appears by itself, and so does what becomes of it", async () => {
    const page = await open();
    await page.getByText("No messages yet").waitFor();

    await send("919876543210");
    await bubbles(page).getByText("Your OTP is 482910").waitFor();
    await bubbles(page).getByText("Queued").waitFor();
    await bubbles(page).getByText("1 segment · 1 credit").waitFor();

    await dashboard.sandbox.advance({ seconds: 1 });
    await bubbles(page).getByText("Dispatched").waitFor();
    await dashboard.sandbox.advance({ seconds: 1 });
    await bubbles(page).getByText("Delivered").waitFor();
  });

  test("each mobile has a conversation, the newest one first, with its messages in order", async () => {
    await send("919876543210");
    await send("919812345678");
    await dashboard.sandbox.advance({ seconds: 60 });
    await send("919876543210", { message: "Your OTP is 2. Valid for 5 minutes. — GCMDIA" });
    const page = await open();

    await expect
      .poll(() => conversations(page).getByRole("strong").allTextContents())
      .toEqual(["+91 98765 43210", "+91 98123 45678"]);
    await page.getByRole("link", { name: "+91 98765 43210" }).click();
    await expect
      .poll(() => bubbles(page).locator(".bubble-text").allTextContents())
      .toEqual([
        "Your OTP is 482910. Valid for 10 minutes. - GCMDIA",
        "Your OTP is 2. Valid for 5 minutes. - GCMDIA",
      ]);
    await page.getByRole("heading", { name: "+91 98765 43210" }).waitFor();
    await expect.poll(() => page.title()).toBe("919876543210 · Messages · SMS sandbox");
  });

  test("can be filtered by number and by status", async () => {
    await send("919876543210");
    await send("910000000001");
    await dashboard.sandbox.advance({ seconds: 5 });
    await send("919812345678");
    const page = await open();
    await expect.poll(() => conversations(page).count()).toBe(3);

    await page.getByLabel("Number").fill("98765 43210");
    await expect.poll(() => conversations(page).count()).toBe(1);
    await page.getByLabel("Number").fill("981");
    await expect.poll(() => conversations(page).allTextContents()).toHaveLength(1);
    await page.getByLabel("Number").fill("");

    await page.getByLabel("Status").selectOption("Failed");
    await expect.poll(() => conversations(page).count()).toBe(1);
    await conversations(page).getByText("+91 00000 00001").waitFor();
    expect(page.url()).toContain("status=failed");

    await page.getByLabel("Status").selectOption("Rejected");
    await page.getByText("No message is like that").waitFor();
  });

  test("more than a page of them can be gone through", async () => {
    const recipients = Array.from({ length: 120 }, (_, index) => `9198000${10_000 + index}`);
    await call("POST /v1/sms/bulk", { recipients, ...otp });
    const page = await open();
    await expect.poll(() => conversations(page).count()).toBe(100);
    const pages = page.getByRole("navigation", { name: "Pages of messages" });
    await pages.getByRole("button", { name: "Older" }).click();
    await expect.poll(() => conversations(page).count()).toBe(20);
    await pages.getByRole("button", { name: "Newer" }).click();
    await expect.poll(() => conversations(page).count()).toBe(100);
  });

  test("one that is opened tells its times, why it failed and who was told", async () => {
    await call("POST /_sandbox/accounts/demo/endpoints", { url: "http://127.0.0.1:9/nowhere" });
    await send("910000000001");
    await dashboard.sandbox.advance({ seconds: 2 });
    const page = await open("/messages/910000000001");
    await bubbles(page).getByRole("link", { name: "Details of this message" }).click();

    const shown = details(page);
    await shown.getByText("Handset switched off").waitFor();
    await expect
      .poll(() => shown.locator(".steps > div").allTextContents())
      .toEqual(["Queued23 Jun, 16:00:00", "Dispatched23 Jun, 16:00:01", "Failed23 Jun, 16:00:02"]);
    await shown.getByRole("link", { name: "sms.failed" }).waitFor();
    await shown.getByRole("link", { name: "sms.queued" }).click();
    await page.getByRole("heading", { name: "Delivery", level: 1 }).waitFor();
  });

  test.each([
    ["Delivered", "delivered"],
    ["Failed", "failed"],
    ["Rejected", "rejected"],
  ])("one that is on its way can be ended as %s", async (button, status) => {
    const { messageId } = await send("919876543210");
    const page = await open(`/messages/919876543210/${messageId}`);
    const ending = details(page).getByRole("region", { name: "End it now" });
    await ending.getByLabel("Reason").fill("As a test wants it");
    await ending.getByRole("button", { name: button }).click();

    await bubbles(page).getByText(button, { exact: true }).waitFor();
    await ending.waitFor({ state: "detached" });
    const message = await call(`GET /_sandbox/accounts/demo/messages/${messageId}`);
    expect(message.status).toBe(status);
    expect(message.failReason).toBe(status === "delivered" ? null : "As a test wants it");
    // The buttons are gone. Who pressed one goes on from the heading of the part that they were in.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Message");
  });

  test("one that waits for its time says so", async () => {
    await send("919876543210", { scheduleAt: "2026-06-23T18:00:00+05:30" });
    const page = await open();
    await bubbles(page).getByText("Scheduled").waitFor();
    await dashboard.sandbox.advance({ to: "2026-06-23T18:00:10+05:30" });
    await bubbles(page).getByText("Delivered").waitFor();
  });

  test("HTML in a text is text", async () => {
    const text = `<img src=x onerror="alert(1)"><script>alert(2)</script><b>bold</b> {#var#}`;
    await register(dashboard, "2001", text);
    const message = text.replace("{#var#}", "'\"><svg onload=alert(3)>");
    await send("919876543210", { templateId: "2001", message });
    const page = await open();
    await expect.poll(() => bubbles(page).locator(".bubble-text").textContent()).toBe(message);
    expect(await bubbles(page).locator("img, script, b, svg[onload]").count()).toBe(0);
    expect(await conversations(page).locator("img, script, b, svg[onload]").count()).toBe(0);
  });

  test("a text of 39,015 characters is shown in part, and whole when asked for", async () => {
    await register(dashboard, "2001", "An order: {#var#}");
    const message = `An order: ${"nine of them. ".repeat(2800)}`.slice(0, 39_015);
    await send("919876543210", { templateId: "2001", message });
    const page = await open();
    const text = bubbles(page).locator(".bubble-text");
    await text.waitFor();
    expect((await text.textContent())?.length).toBeLessThan(1000);
    await bubbles(page).getByRole("button", { name: "Show all 39,015 characters" }).click();
    expect(await text.textContent()).toBe(message);
    await bubbles(page).getByRole("button", { name: "Show less" }).click();
    expect((await text.textContent())?.length).toBeLessThan(1000);
  });

  test.each([
    ["Hindi", "आपका ऑर्डर कल पहुँचेगा। GCMDIA", "ltr"],
    ["Arabic", "طلبك رقم 3381 جاهز", "rtl"],
  ])("a text in %s runs in its own direction", async (_, message, direction) => {
    await register(dashboard, "2001", message);
    await send("919876543210", { templateId: "2001", message, unicode: true });
    const page = await open();
    const text = bubbles(page).locator(".bubble-text");
    await expect.poll(() => text.textContent()).toBe(message);
    expect(await text.evaluate((element) => getComputedStyle(element).direction)).toBe(direction);
  });

  test("a link to a message by its id leads to its conversation", async () => {
    const { messageId } = await send("919876543210");
    const page = await open(`/messages/id/${messageId}`);
    await details(page).getByText(messageId).waitFor();
    expect(page.url()).toContain(`#/messages/919876543210/${messageId}`);
  });

  test("on a telephone there is one thing at a time, with a way back", async () => {
    const { messageId } = await send("919876543210");
    const page = await open("/messages", { viewport: { width: 360, height: 740 } });
    await page.getByRole("link", { name: "+91 98765 43210" }).click();
    await bubbles(page).getByRole("link", { name: "Details of this message" }).click();
    await details(page).getByText(messageId).waitFor();
    await page.getByRole("link", { name: "Conversation" }).click();
    await page.getByRole("link", { name: "All messages" }).click();
    await page.getByRole("heading", { name: "Messages", level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "+91 98765 43210" }).waitFor();
  });
});

import { sampleLanguages } from "@getclickmedia/sms-code-samples";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeDashboard, otp } from "./dashboard.ts";

const answer = (page: Page) => page.getByRole("status", { name: "Answer" });
const send = (page: Page) => page.getByRole("button", { name: "Send", exact: true }).click();
const code = (page: Page) => page.getByRole("region", { name: "The same call as code" });

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("Template", { exact: true }).selectOption(otp.templateId);
  await page.getByRole("textbox", { name: "Message" }).fill(otp.message);
}

describeDashboard("the form to send", (dashboard) => {
  const { open, call } = dashboard;
  const sent = async () => (await call("GET /_sandbox/accounts/demo/messages")).messages;

  test("sends one message through the API, and leads to it", async () => {
    const page = await open("/send");
    await fillIn(page);
    await page.getByRole("textbox", { name: "To", exact: true }).fill("+91 98123 45678");
    await send(page);
    await answer(page).getByText("Accepted").waitFor();
    const [message] = await sent();
    expect(message).toMatchObject({ to: "919812345678", templateId: otp.templateId });
    await answer(page).getByText(`"messageId": "${message.messageId}"`).waitFor();
    await answer(page).getByRole("link", { name: "See the message" }).click();
    await page.getByRole("heading", { name: "+91 98123 45678" }).waitFor();
  });

  test("a template fills in its sender, type and text, and leads through its variables", async () => {
    const page = await open("/send");
    await page.getByLabel("Template", { exact: true }).selectOption("1007161234567890124");
    await expect.poll(() => page.getByLabel("Sender").inputValue()).toBe("GCMDIA");
    expect(await page.getByLabel("Type").inputValue()).toBe("promotional");
    await page.getByText("3 variables to fill in").waitFor();

    await page.getByRole("button", { name: "Go to the next" }).click();
    await page.keyboard.insertText("Up to 50%");
    await page.getByText("2 variables to fill in").waitFor();
    await page.getByRole("button", { name: "Go to the next" }).click();
    await page.keyboard.insertText("Sunday");
    expect(await page.getByRole("textbox", { name: "Message" }).inputValue()).toBe(
      "Flash Sale! Up to 50% off sitewide till Sunday. Shop now: {#var#} — GCMDIA",
    );
  });

  test("a template in Hindi switches Unicode on", async () => {
    const page = await open("/send");
    await page.getByLabel("Template", { exact: true }).selectOption("1007161234567890126");
    await expect.poll(() => page.getByLabel("Unicode").isChecked()).toBe(true);
  });

  test("counts segments as the text is written", async () => {
    const page = await open("/send");
    const text = page.getByRole("textbox", { name: "Message" });
    await text.fill("a".repeat(160));
    await page.getByText("1 segment of GSM-7 · 160 used, 0 left").waitFor();
    await text.fill("a".repeat(161));
    await page.getByText("2 segments of GSM-7 · 161 used, 145 left").waitFor();
    await text.fill("नमस्ते");
    await page.getByText("Needs Unicode for न").waitFor();
    await page.getByLabel("Unicode").check();
    await page.getByText("1 segment of UCS-2 · 6 used, 64 left").waitFor();
    await page.getByText("Needs Unicode").waitFor({ state: "detached" });
    await text.fill("x".repeat(39_015));
    await page.getByText("583 segments of UCS-2").waitFor();
  });

  test("sends to several numbers, one a line", async () => {
    const page = await open("/send");
    await fillIn(page);
    await page.getByLabel("Several numbers").check();
    await page
      .getByLabel("To, one number a line")
      .fill("919876543210\n98123 45678\n\n910000000001");
    await page.getByText("3 numbers; the plan allows 5,000 at once").waitFor();
    await page.getByRole("button", { name: "Send to all" }).click();
    await answer(page).getByText("Accepted").waitFor();
    expect((await sent()).map(({ to }: { to: string }) => to).toSorted()).toEqual([
      "910000000001",
      "919812345678",
      "919876543210",
    ]);
    await answer(page).getByRole("link", { name: "See the batch" }).click();
    await page.getByRole("heading", { name: "Batches", level: 1 }).waitFor();
  });

  test("sends later, by the sandbox's clock", async () => {
    const page = await open("/send");
    await fillIn(page);
    await page.getByLabel("Send later").check();
    const time = page.getByLabel("Time in India");
    expect(await time.inputValue()).toBe("2026-06-23T16:10");
    await time.fill("2026-06-24T09:00");
    await send(page);
    await answer(page).getByText("Accepted").waitFor();
    const [message] = await sent();
    expect(message.scheduledAt).toBe("2026-06-24T03:30:00.000Z");
  });

  test("shows why the API refuses, with the code, the request and what to do", async () => {
    dashboard.expectFault(/422/);
    const page = await open("/send");
    await fillIn(page);
    await page.getByRole("textbox", { name: "Message" }).fill("Something else");
    await send(page);
    await answer(page).getByText("Refused with status 422").waitFor();
    await answer(page).getByText("TEMPLATE_MISMATCH").waitFor();
    await answer(page)
      .getByText(/Request req_/)
      .waitFor();
    await answer(page).getByText("Compare the fixed text").waitFor();
    expect(await sent()).toEqual([]);
  });

  test("tells a wrong key, and keeps a right one for this tab only", async () => {
    dashboard.expectFault(/401/);
    const page = await open("/send");
    await fillIn(page);
    await page.getByRole("textbox", { name: "API key", exact: true }).fill("gcm_test_wrong");
    await send(page);
    await answer(page).getByText("INVALID_API_KEY").waitFor();
    await page.reload();
    await expect
      .poll(() => page.getByRole("textbox", { name: "API key", exact: true }).inputValue())
      .toBe("gcm_test_wrong");
    expect(await page.evaluate(() => JSON.stringify(localStorage) + document.cookie)).toBe("{}");
  });

  test.each([
    [{ reset: "before" }, /ERR_EMPTY_RESPONSE|ERR_CONNECTION/, "The sandbox gave no answer"],
    // The browser tells of the address that it is sent to, and does not go there.
    [{ redirect: "https" }, /https:\/\/api\.getclickmedia/, "The API answered with a redirect"],
  ])("says what came of a call that meets %j", async (effect, fault, told) => {
    dashboard.expectFault(fault);
    await call("POST /_sandbox/faults", { effect, times: 10 });
    const page = await open("/send");
    await fillIn(page);
    await send(page);
    await answer(page).getByText("No answer", { exact: true }).waitFor();
    await answer(page).getByText(told).waitFor();
  });

  test("tells when to repeat a call that came too soon", async () => {
    dashboard.expectFault(/429/);
    await call("POST /_sandbox/faults", { effect: { error: "RATE_LIMIT_EXCEEDED" }, times: 1 });
    const page = await open("/send");
    await fillIn(page);
    await send(page);
    await answer(page).getByText("to be repeated after 1 s").waitFor();
  });

  test("shows the same call in every language, to be copied", async () => {
    const page = await open("/send");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await fillIn(page);
    const { sandbox } = dashboard;
    for (const { label, emit } of sampleLanguages) {
      await code(page).getByRole("tab", { name: label }).click();
      await code(page)
        .getByRole("button", { name: `Copy the ${label} code` })
        .click();
      await code(page).getByText("Copied").waitFor();
      const expected = emit({
        method: "POST",
        url: `${sandbox.url}/sms/send`,
        keyHeader: "x-api-key",
        body: { mediaType: "application/json", value: { to: "919876543210", ...otp } },
      });
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
      const source = code(page).getByRole("region", { name: `${label} code` });
      expect(await source.textContent()).toBe(expected);
    }
    await code(page).getByText("export GCM_API_KEY='gcm_test_demo'").waitFor();
  });

  test("the languages can be gone through with the arrow keys", async () => {
    const page = await open("/send");
    const tab = (name: string) => code(page).getByRole("tab", { name, selected: true });
    await tab("curl").focus();
    await page.keyboard.press("ArrowRight");
    await tab("Node.js").waitFor();
    await page.keyboard.press("End");
    await tab("PHP").waitFor();
    await page.keyboard.press("ArrowRight");
    await tab("curl").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("curl");
  });

  test("an SMS can be sent with the keyboard alone", async () => {
    const page = await open("/messages");
    await page.getByText("No messages yet").waitFor();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: at } = document;
        const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [];
        return at?.getAttribute("aria-label") ?? labels[0]?.textContent ?? at?.textContent ?? "";
      });
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await page.keyboard.press("Tab");
        if ((await focused()).trim().startsWith(name)) return;
      }
      throw new Error(`Tab does not lead to ${name}.`);
    };
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await tabTo("Send");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Send", level: 1 }).waitFor();
    await expect.poll(focused).toBe("Send");

    await tabTo("To");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("919900112233");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.getByText("2 variables to fill in").waitFor();
    await tabTo("Go to the next");
    await page.keyboard.press("Enter");
    await page.keyboard.type("GCM-20391");
    await tabTo("Go to the next");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Friday");
    await tabTo("Send");
    await tabTo("Send");
    await page.keyboard.press("Enter");
    await answer(page).getByText("Accepted").waitFor();
    const [message] = await sent();
    expect(message).toMatchObject({
      to: "919900112233",
      text: "Your order GCM-20391 has been confirmed. Expected delivery: Friday. - GCMDIA",
    });
  });
});

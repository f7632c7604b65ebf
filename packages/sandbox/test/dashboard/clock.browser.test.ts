import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeDashboard } from "./dashboard.ts";

const clock = (page: Page) => page.getByRole("region", { name: "Sandbox clock" });
const face = (page: Page) => clock(page).getByRole("timer", { name: "Sandbox time" });

describeDashboard("the clock", ({ open, call, send }) => {
  test("shows Indian time, and stands while it is frozen", async () => {
    const page = await open();
    await face(page).getByText("16:00:00").waitFor();
    await face(page).getByText("Tue, 23 Jun 2026").waitFor();
    const frozen = clock(page).getByRole("button", { name: "Frozen" });
    await expect.poll(() => frozen.getAttribute("aria-pressed")).toBe("true");
    await page.waitForTimeout(1200);
    await face(page).getByText("16:00:00").waitFor();
  });

  test.each([
    ["Real", 1],
    ["60×", 60],
    ["3600×", 3600],
  ])("the button %s sets its speed, and the display ticks with it", async (name, speed) => {
    const page = await open();
    await clock(page).getByRole("button", { name, exact: true }).click();
    await expect.poll(async () => (await call("GET /_sandbox/clock")).speed).toBe(speed);
    await expect
      .poll(() =>
        clock(page).getByRole("button", { name, exact: true }).getAttribute("aria-pressed"),
      )
      .toBe("true");
    await expect.poll(() => face(page).textContent()).not.toContain("16:00:00");
    await clock(page).getByRole("button", { name: "Frozen" }).click();
    await clock(page).getByText("Frozen", { exact: true }).last().waitFor();
    const { now } = await call("GET /_sandbox/clock");
    const shown = new Date(now).toLocaleTimeString("en-GB", { timeZone: "Asia/Kolkata" });
    await face(page).getByText(shown).waitFor();
  });

  test.each([
    ["+5 s", "16:00:05"],
    ["+1 min", "16:01:00"],
    ["+1 h", "17:00:00"],
    ["+1 day", "16:00:00"],
  ])("%s advances it, and what is due happens", async (name, time) => {
    await send("919876543210");
    const page = await open();
    await clock(page).getByRole("button", { name, exact: true }).click();
    await page.getByRole("article").getByText("Delivered").waitFor();
    await face(page).getByText(time).waitFor();
    await face(page)
      .getByText(name === "+1 day" ? "Wed, 24 Jun 2026" : "Tue, 23 Jun 2026")
      .waitFor();
  });

  test("is advanced to a time", async () => {
    const page = await open();
    await clock(page).getByRole("button", { name: "To a time" }).click();
    await page.getByLabel("Time in India").fill("2026-06-24T09:30:15");
    await page.getByRole("button", { name: "Advance", exact: true }).click();
    await face(page).getByText("09:30:15").waitFor();
    expect((await call("GET /_sandbox/clock")).now).toBe("2026-06-24T04:00:15.000Z");
  });

  test("follows what others do to it", async () => {
    const page = await open();
    await face(page).getByText("16:00:00").waitFor();
    await call("POST /_sandbox/clock/advance", { seconds: 90 });
    await face(page).getByText("16:01:30").waitFor();
    await call("PATCH /_sandbox/clock", { speed: 10 });
    await clock(page).getByText("at 10×").waitFor();
  });

  test("its controls are put away on a telephone until they are asked for", async () => {
    const page = await open("/messages", { viewport: { width: 360, height: 740 } });
    const advance = clock(page).getByRole("button", { name: "+1 h" });
    await face(page).waitFor();
    expect(await advance.isVisible()).toBe(false);
    await clock(page).getByRole("button", { name: "Set clock" }).click();
    await advance.click();
    await face(page).getByText("17:00:00").waitFor();
  });
});

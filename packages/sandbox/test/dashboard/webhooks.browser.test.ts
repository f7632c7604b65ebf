import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { describeDashboard } from "./dashboard.ts";

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

const endpoint = (page: Page, url: string) => page.getByRole("region", { name: url });
const deliveries = (page: Page) => page.getByRole("table", { name: /^Webhook deliveries/ });

describeDashboard("webhooks", (dashboard) => {
  const { open, call, send } = dashboard;
  let received: Received[] = [];
  let status = 200;
  let url = "";
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(status, { "content-type": "text/html" }).end("<b>Thank you</b>");
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    received = [];
    status = 200;
  });

  const add = () => call("POST /_sandbox/accounts/demo/endpoints", { url });
  const stored = async () => (await call("GET /_sandbox/accounts/demo/endpoints")).endpoints;

  test("an endpoint is added, and its secret is shown once, to be copied", async () => {
    const page = await open("/webhooks");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByText("No endpoints yet").waitFor();
    await page.getByRole("button", { name: "Add an endpoint" }).click();
    await page.getByLabel("Address").fill(url);
    await page.getByRole("button", { name: "Add", exact: true }).click();

    const dialog = page.getByRole("dialog", { name: "The endpoint's secret" });
    const secret = await dialog.getByLabel("Secret", { exact: true }).inputValue();
    await dialog.getByRole("button", { name: "Copy secret" }).click();
    await dialog.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await dialog.getByRole("button", { name: "I have kept it" }).click();
    await endpoint(page, url).waitFor();
    expect(await page.content()).not.toContain(secret);

    await send("919876543210");
    await expect.poll(() => received.length).toBe(1);
    const [{ headers, body } = { headers: {}, body: "" }] = received;
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    expect(headers["x-gcm-signature"]).toContain(signature);
  });

  test("an address that is not allowed is refused in words, and the form stays", async () => {
    dashboard.expectFault(/400/);
    const page = await open("/webhooks");
    await page.getByRole("button", { name: "Add an endpoint" }).click();
    await page.getByLabel("Address").fill("ftp://127.0.0.1/webhooks");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const alert = page.getByRole("alert").filter({ hasText: "INVALID_REQUEST" });
    await alert.waitFor();
    await page.getByRole("dialog", { name: "Add an endpoint" }).waitFor();
    // What is told has to be seen, also while a dialog covers the page.
    const box = await alert.boundingBox();
    const top = await page.evaluate(
      ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.closest('[role="alert"]') !== null,
      [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20],
    );
    expect(top).toBe(true);
  });

  test("an endpoint is switched off and on, its secret replaced, and removed", async () => {
    await add();
    const page = await open("/webhooks");
    const card = endpoint(page, url);
    const onOff = card.getByRole("switch", { name: `Deliver to ${url}` });
    await onOff.click();
    await expect.poll(() => onOff.getAttribute("aria-checked")).toBe("false");
    expect(await stored()).toMatchObject([{ enabled: false }]);
    await onOff.click();
    await expect.poll(async () => (await stored())[0].enabled).toBe(true);

    await card.getByRole("button", { name: /^Rotate the secret/ }).click();
    await page.getByLabel("How long the old one still signs").selectOption("For an hour");
    await page.getByRole("button", { name: "Rotate", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "The new secret" });
    expect(await dialog.getByLabel("Secret", { exact: true }).inputValue()).not.toBe("");
    await dialog.getByRole("button", { name: "I have kept it" }).click();
    await card.getByText("signs with its new secret from 23 Jun, 17:00:00").waitFor();

    await card.getByRole("button", { name: `Remove ${url}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByText("No endpoints yet").waitFor();
    expect(await stored()).toEqual([]);
  });

  test("deliveries are listed as they are made, and can be filtered", async () => {
    await add();
    const page = await open("/webhooks");
    await page.getByText("No deliveries yet").waitFor();
    await send("919876543210");
    await deliveries(page).getByRole("link", { name: "sms.queued" }).waitFor();
    await deliveries(page).getByText("Delivered").waitFor();

    status = 500;
    await dashboard.sandbox.advance({ seconds: 1 });
    await deliveries(page).getByRole("link", { name: "sms.dispatched" }).waitFor();
    const rows = deliveries(page).locator("tbody").getByRole("row");
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByLabel("State").selectOption("Pending");
    await expect.poll(() => rows.count()).toBe(1);
    await rows.getByText("1, last 500").waitFor();
    await dashboard.sandbox.advance({ seconds: 1 });
    await rows.getByText("after the event before").waitFor();
    await page.getByLabel("State").selectOption("Stopped");
    await page.getByText("No delivery is in this state").waitFor();
  });

  test("a delivery tells each attempt with what was sent and answered, and can be repeated", async () => {
    await add();
    status = 503;
    await send("919876543210");
    const page = await open("/webhooks");
    await deliveries(page).getByRole("link", { name: "sms.queued" }).click();
    const attempts = page.getByRole("region", { name: "Attempts" });
    await attempts.getByText("Attempt 1").waitFor();
    await attempts.getByText("503").waitFor();
    const [{ headers, body } = { headers: {}, body: "" }] = received;
    const sent = attempts.getByRole("table", { name: "Request headers" });
    await sent.getByRole("row", { name: /x-gcm-signature/ }).waitFor();
    await sent.getByText(String(headers["x-gcm-signature"])).waitFor();
    const source = page.getByRole("region", { name: "Body", exact: true }).locator("pre");
    expect(await source.textContent()).toBe(body);
    // What the receiver answers is text as well.
    await attempts.getByText("<b>Thank you</b>").waitFor();

    status = 200;
    await page.getByRole("button", { name: "Deliver again" }).click();
    await attempts.getByText("Attempt 2").waitFor();
    await page.getByText("One more attempt is made.").waitFor();
    expect(received.map((each) => each.body)).toEqual([body, body]);
  });

  test("the example of an event is delivered to any address", async () => {
    const page = await open("/webhooks");
    await page.getByRole("button", { name: "Deliver an example" }).click();
    const dialog = page.getByRole("dialog", { name: "Deliver an example" });
    await dialog.getByLabel("Event").selectOption("sms.failed");
    await dialog.getByLabel("Address").fill(url);
    await dialog.getByLabel("Secret").fill("a secret");
    await dialog.getByRole("button", { name: "Deliver", exact: true }).click();
    await dialog.getByText("The receiver answered with status 200").waitFor();
    const [{ headers, body } = { headers: {}, body: "" }] = received;
    expect(JSON.parse(body).event).toBe("sms.failed");
    const signature = createHmac("sha256", "a secret").update(body).digest("hex");
    expect(headers["x-gcm-signature"]).toContain(signature);
  });

  test("an attempt that got no answer says why", async () => {
    await call("POST /_sandbox/accounts/demo/endpoints", { url: "http://127.0.0.1:9/" });
    await send("919876543210");
    const page = await open("/webhooks");
    await deliveries(page).getByRole("link", { name: "sms.queued" }).click();
    const attempts = page.getByRole("region", { name: "Attempts" });
    await attempts.getByText("No answer").waitFor();
    await expect.poll(() => attempts.locator(".fail-reason").textContent()).not.toBe("");
  });
});

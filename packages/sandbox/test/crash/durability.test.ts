import { copyFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { findTool, reportMissing } from "@getclickmedia/sms-test-tools";
import { expect, onTestFinished, test } from "vitest";
import { startSandbox } from "../../src/index.ts";
import { newDataFile, startWebhookSandbox } from "../webhooks/sandbox.ts";
import { startCli } from "./cli-process.ts";

test("what is acknowledged is in the files at that moment", async () => {
  const data = await newDataFile();
  const sandbox = await startWebhookSandbox({ data });
  const copies: { path: string; messageId: string }[] = [];
  const sendAndCopy = async (client: number) => {
    for (let count = 0; count < 3; count++) {
      const messageId = await sandbox.send();
      const path = `${data}.${client}.${count}`;
      copyFileSync(data, path);
      copyFileSync(`${data}-wal`, `${path}-wal`);
      copies.push({ path, messageId });
    }
  };
  await Promise.all([1, 2, 3, 4].map(sendAndCopy));
  expect(copies).toHaveLength(12);
  for (const { path, messageId } of copies) {
    const copy = await startSandbox({ port: 0, data: path });
    onTestFinished(() => copy.close());
    const url = `${copy.controlUrl}/accounts/demo`;
    expect((await fetch(`${url}/messages/${messageId}`)).status).toBe(200);
    const { entries } = await (await fetch(`${url}/ledger`)).json();
    expect(entries.map((entry: { messageId: string }) => entry.messageId)).toContain(messageId);
  }
});

// Only what the operating system was told to do shows that it was told to flush.
const strace = findTool("strace");
if (!strace) reportMissing("strace", "what is flushed to the disk is not watched");

test.skipIf(!strace)("each answer waits until the disk was told to keep what it says", async () => {
  const data = await newDataFile();
  const trace = `${data}.trace`;
  const calls = "trace=pwrite64,fdatasync,fsync,write,writev";
  const { url, end } = await startCli(
    ["--data", data, "--clock", "frozen", "--now", "2026-06-23T10:30:00Z"],
    [strace ?? "", "-D", "-f", "-y", "-s", "600", "-e", calls, "-e", "signal=none", "-o", trace],
  );
  const text = { senderId: "GCMDIA", templateId: "1007161234567890125", type: "transactional" };
  const message = "Your OTP is 482910. Valid for 10 minutes. — GCMDIA";
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        "x-api-key": "gcm_test_demo",
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify({ ...text, message, ...body }) }),
    });
    expect(response.status).toBe(200);
    return response.json();
  };
  const to = "919876543210";
  for (let count = 0; count < 5; count++) await call("POST", "/sms/send", { to });
  await call("POST", "/sms/bulk", { recipients: [to] });
  const scheduled = { recipients: [to], scheduleAt: "2026-06-23T11:30:00Z" };
  const { batchId } = await call("POST", "/sms/bulk", scheduled);
  await call("DELETE", `/sms/schedule/${batchId}`);
  await end("SIGTERM");
  const kept = Array(8).fill("written, flushed, answered");
  await expect.poll(async () => answersIn(await readFile(trace, "utf8"))).toEqual(kept);
});

/** What came before each answer of a send or a cancellation since the one before. */
function answersIn(trace: string): string[] {
  let before: string[] = [];
  const answers: string[] = [];
  for (const line of trace.split("\n")) {
    if (/ pwrite64\(.*\.db-wal>/.test(line)) before = ["written"];
    // The end of the call, which may stand apart from its beginning.
    if (/ fdatasync\(.*-wal>\) += 0|fdatasync resumed>.* = 0/.test(line)) before.push("flushed");
    if (!/ writev?\(.*HTTP\/1\.1 200 OK.*(messageId|batchId)/.test(line)) continue;
    answers.push([...before, "answered"].join(", "));
    before = [];
  }
  return answers;
}

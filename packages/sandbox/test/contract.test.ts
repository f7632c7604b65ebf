import { runContract } from "@getclickmedia/sms-contract";
import { expect, test } from "vitest";
import { startTestSandbox } from "./test-sandbox.ts";

test("the sandbox keeps every promise of the document", async () => {
  const sandbox = await startTestSandbox();
  const { url: baseUrl, controlUrl, apiKey = "" } = sandbox;
  const { passed, replays, uncovered } = await runContract({ baseUrl, controlUrl, apiKey });
  expect(replays.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(uncovered).toEqual([]);
  expect(passed).toBe(true);
  expect(replays.length).toBeGreaterThan(100);
  await sandbox.close();
});

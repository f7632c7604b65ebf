import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultRules } from "@getclickmedia/sms-dlt";
import { readDocument } from "@getclickmedia/sms-document";
import { describe, expect, test } from "vitest";
import { completeConfiguration, readConfiguration } from "./configuration.ts";
import { defaultSettings } from "./settings.ts";

const document = await readDocument();
const complete = (value?: unknown, timing?: { start?: string; speed?: number }) =>
  completeConfiguration(document, value, timing);

test("what is left out is as usual", async () => {
  expect(await complete()).toEqual({
    accounts: undefined,
    settings: defaultSettings,
    start: undefined,
    speed: 1,
    dltRules: defaultRules,
    seed: 1,
    allowPrivate: false,
    timeoutMs: 15_000,
  });
});

test("what is given is taken over", async () => {
  const accounts = [{ accountId: "shop" }];
  const given = await complete({
    accounts,
    settings: { delays: { queueMs: 5 }, matching: "lenient" },
    clock: { start: "2026-06-23T16:00:00+05:30", speed: 60 },
    seed: 7,
    webhooks: { allowPrivate: true, timeoutSeconds: 0.5 },
  });
  expect(given).toMatchObject({
    accounts,
    settings: {
      ...defaultSettings,
      delays: { ...defaultSettings.delays, queueMs: 5 },
      matching: "lenient",
    },
    start: Date.parse("2026-06-23T10:30:00Z"),
    speed: 60,
    seed: 7,
    allowPrivate: true,
    timeoutMs: 500,
  });
});

test("an option of its own overrules the clock of the configuration, each part by itself", async () => {
  const clock = { start: "2026-06-23T10:30:00Z", speed: 60 };
  expect(await complete({ clock }, { speed: 0 })).toMatchObject({
    start: Date.parse(clock.start),
    speed: 0,
  });
  expect(await complete({ clock }, { start: "2026-01-01T00:00:00Z" })).toMatchObject({
    start: Date.parse("2026-01-01T00:00:00Z"),
    speed: 60,
  });
});

describe("what is not valid is refused with one line that names the field", () => {
  const rules = { ...defaultRules[0], from: "soon", matching: "fuzzy" };
  test.each([
    [{ account: [] }, "The field account is not known."],
    [{ accounts: [] }, "The field accounts must have at least 1 item."],
    [{ accounts: [{}] }, "The required field accounts[0].accountId is missing."],
    [{ accounts: [{ accountId: "a b" }] }, "The field accounts[0].accountId has the wrong form."],
    [{ settings: { delays: { queueMs: -1 } } }, "The field settings.delays.queueMs must be >= 0."],
    [
      { settings: { matching: "fuzzy" } },
      "The field settings.matching must be one of strict, lenient, ",
    ],
    [{ clock: "frozen" }, "The field clock must be an object."],
    [{ clock: { speed: "fast" } }, "The field clock.speed must be a number."],
    [{ clock: { start: "tomorrow" } }, "The field clock.start has the wrong form."],
    [
      { clock: { start: "2016-12-31T23:59:60Z" } },
      "The field clock.start is no time that there is.",
    ],
    [{ webhooks: null }, "The field webhooks must be an object."],
    [{ seed: 1.5 }, "The field seed must be an integer."],
    [{ dltRules: [] }, "dltRules: "],
    [{ dltRules: [rules] }, "dltRules[0].from: "],
    [[], "The body must be an object."],
    [null, "The body must be an object."],
  ])("%j", async (value, problem) => {
    const error = await complete(value).catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(Error);
    const { message } = error as Error;
    expect(message).toContain(`The configuration is not valid. ${problem}`);
    expect(message).not.toContain("\n");
  });

  test("of DLT rules every problem is named at once", async () => {
    await expect(complete({ dltRules: [rules] })).rejects.toThrow(
      /dltRules\[0\]\.from: .* dltRules\[0\]\.matching: /,
    );
  });

  test.each([
    [{ speed: -1 }, "The field clock.speed must be >= 0."],
    [{ start: "now" }, "The field clock.start has the wrong form."],
  ])("the clock as an option: %j", async (timing, problem) => {
    await expect(complete({}, timing)).rejects.toThrow(
      `The configuration is not valid. ${problem}`,
    );
  });
});

describe("the file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "configuration "));
  const written = async (text: string) => {
    const path = join(folder, "sandbox.json");
    await writeFile(path, text);
    return path;
  };

  test("is read as JSON", async () => {
    expect(await readConfiguration(await written('{"seed": 5}'))).toEqual({ seed: 5 });
  });

  test("that is not there is named", async () => {
    const path = join(folder, "nothing.json");
    await expect(readConfiguration(path)).rejects.toThrow(
      `Cannot read the configuration ${path}: ENOENT.`,
    );
  });

  test("that is no JSON is refused without a word of what is in it", async () => {
    const path = await written(
      '{"accounts": [{"accountId": "shop", "keys": [{"key": "gcm_test_secret",}]}]}',
    );
    await expect(readConfiguration(path)).rejects.toThrow(
      /^The configuration \S+ \S+ is no JSON\. Check its commas, quotes and brackets\.$/,
    );
  });

  test.each(["[]", "null", "5", '"frozen"'])("that is %s is refused", async (text) => {
    await expect(readConfiguration(await written(text))).rejects.toThrow("must be an object");
  });
});

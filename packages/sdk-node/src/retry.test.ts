import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { longestTimer } from "./deadline.ts";
import { SmsError } from "./errors.ts";
import { readRetryAfter, retryDelay } from "./retry.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const limits = { maxRetries: 2, maxRetryAfter: 60 };
const failure = (details: { retryable?: boolean; retryAfter?: number } = {}) =>
  new SmsError("failed", { retryable: true, ...details });

describe("the delay", () => {
  test("what is not retryable is not retried, whatever the server asks for", () => {
    expect(retryDelay(failure({ retryable: false }), 1, limits)).toBeUndefined();
    expect(retryDelay(failure({ retryable: false, retryAfter: 1 }), 1, limits)).toBeUndefined();
  });

  test.each([
    [1, 0, false],
    [1, 1, true],
    [2, 1, false],
    [2, 2, true],
    [3, 2, false],
    [3, 3, true],
  ])("retry %d with at most %d", (retry, maxRetries, retried) => {
    const delay = retryDelay(failure(), retry, { ...limits, maxRetries });
    expect(delay !== undefined).toBe(retried);
    const asked = retryDelay(failure({ retryAfter: 1 }), retry, { ...limits, maxRetries });
    expect(asked !== undefined).toBe(retried);
  });

  test.each([
    [1, 250, 500],
    [2, 500, 1_000],
    [3, 1_000, 2_000],
    [4, 2_000, 4_000],
    [5, 4_000, 8_000],
    [6, 4_000, 8_000],
    [2_000, 4_000, 8_000],
  ])("before retry %d it is from %d to %d milliseconds", (retry, least, most) => {
    const many = { ...limits, maxRetries: 2_000 };
    const random = vi.spyOn(Math, "random");
    random.mockReturnValue(0);
    expect(retryDelay(failure(), retry, many)).toBe(least);
    random.mockReturnValue(1 - Number.EPSILON);
    expect(retryDelay(failure(), retry, many)).toBeCloseTo(most);
    random.mockReturnValue(0.5);
    expect(retryDelay(failure(), retry, many)).toBe((least + most) / 2);
  });

  test.each([
    [0, 0],
    [0.25, 250],
    [1, 1_000],
    [60, 60_000],
    [60.001, undefined],
    [61, undefined],
    [Infinity, undefined],
  ])("a wait of %d seconds that is asked for becomes %j", (retryAfter, delay) => {
    expect(retryDelay(failure({ retryAfter }), 1, limits)).toBe(delay);
  });

  test("the longest wait is an option, and 0 allows none", () => {
    expect(retryDelay(failure({ retryAfter: 120 }), 1, { ...limits, maxRetryAfter: 120 })).toBe(
      120_000,
    );
    expect(
      retryDelay(failure({ retryAfter: 1 }), 1, { ...limits, maxRetryAfter: 0 }),
    ).toBeUndefined();
    expect(retryDelay(failure({ retryAfter: 0 }), 1, { ...limits, maxRetryAfter: 0 })).toBe(0);
  });

  test("a wait that no timer can hold is none, since the timer would end at once", () => {
    const patient = { ...limits, maxRetryAfter: Infinity };
    const longest = longestTimer / 1000;
    expect(retryDelay(failure({ retryAfter: longest }), 1, patient)).toBe(longestTimer);
    expect(retryDelay(failure({ retryAfter: longest + 1 }), 1, patient)).toBeUndefined();
    expect(retryDelay(failure({ retryAfter: Infinity }), 1, patient)).toBeUndefined();
  });
});

describe("Retry-After", () => {
  test.each([
    ["0", 0],
    ["1", 1],
    ["120", 120],
    ["007", 7],
    ["0.25", 0.25],
    ["1.5", 1.5],
    ["9".repeat(400), Infinity],
  ])("%s is seconds", (header, seconds) => {
    expect(readRetryAfter(header)).toBe(seconds);
  });

  test.each([
    ["Tue, 23 Jun 2026 10:30:30 GMT", 30],
    ["tue, 23 jun 2026 10:30:30 gmt", 30],
    ["Tuesday, 23-Jun-26 10:30:01 GMT", 1],
    ["Tue Jun 23 10:31:00 2026 GMT", 60],
    ["Tue Jun 23 10:31:00 2026", 60],
    ["Tue, 23 Jun 2026 10:30:30 +0000", 30],
    ["Wed, 23 Jun 2027 10:30:00 GMT", 31_536_000],
    ["Tue, 23 Jun 2026 10:30:00 GMT", undefined],
    ["Tue, 23 Jun 2026 10:29:59 GMT", undefined],
    ["Thu, 01 Jan 1970 00:00:00 GMT", undefined],
    ["Tue, 99 Jun 2026 10:30:30 GMT", undefined],
  ])("%s is a date", (header, seconds) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-06-23T10:30:00Z") });
    expect(readRetryAfter(header)).toBe(seconds);
  });

  test.each([
    null,
    "",
    " ",
    "-1",
    "+5",
    "1.",
    ".5",
    "1e1",
    "0x10",
    "5s",
    "5 ",
    "x5",
    "soon",
    "1, 2",
    "Infinity",
    "NaN",
    // `Date.parse` takes these for dates to come.
    "2999-01-01",
    "2999-01-01T00:00:00Z",
    "1/1/2999",
    "-2999",
  ])("%j tells nothing", (header) => {
    expect(readRetryAfter(header)).toBeUndefined();
  });

  test.each([
    "Tue Jun 23 10:31:00 2026",
    "Tue, 23 Jun 2026 10:31:00",
    "Tuesday, 23-Jun-26 10:31:00",
  ])("a date without a zone is in UTC, wherever the program runs: %s", async (date) => {
    const module = new URL("./retry.ts", import.meta.url);
    const script = `
      import { readRetryAfter } from ${JSON.stringify(module.href)};
      Date.now = () => Date.parse("2026-06-23T10:30:00Z");
      console.log(new Date().getTimezoneOffset(), readRetryAfter(${JSON.stringify(date)}));
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--no-warnings", "--experimental-strip-types", "--input-type=module", "--eval", script],
      { env: { ...process.env, TZ: "Asia/Kolkata" } },
    );
    expect(stdout).toBe("-330 60\n");
  });
});

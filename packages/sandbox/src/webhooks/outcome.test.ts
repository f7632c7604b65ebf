import { expect, test } from "vitest";
import { outcomeOf } from "./outcome.ts";
import { retrySchedule } from "./retry-schedule.ts";

const now = Date.parse("2026-06-23T10:30:00Z");
const pending = { state: "pending" as const, tries: 0, nextAttemptAt: now };

test("2xx delivers, and nothing else does", () => {
  for (const status of [200, 201, 202, 204, 299]) {
    expect(outcomeOf(pending, status, false, now)).toEqual({
      state: "delivered",
      tries: 1,
      lastStatus: status,
      nextAttemptAt: null,
    });
  }
  for (const status of [null, 100, 199, 300, 301, 304, 400, 401, 404, 410, 429, 500, 503])
    expect(outcomeOf(pending, status, false, now)).toMatchObject({
      state: "pending",
      lastStatus: status,
    });
});

test("each failure waits longer, and the eighth is the last", () => {
  const waits = [];
  for (let tries = 0; tries < 8; tries++) {
    const { nextAttemptAt, state } = outcomeOf({ ...pending, tries }, 500, false, now);
    waits.push(nextAttemptAt === null ? state : (nextAttemptAt - now) / 1_000);
  }
  expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 36_000, "failed"]);
  expect(retrySchedule[0]).toBe(0);
});

test("an attempt by hand delivers in any state, and otherwise leaves the schedule as it is", () => {
  for (const state of ["pending", "delivered", "failed", "stopped"] as const) {
    const before = { state, tries: 3, nextAttemptAt: state === "pending" ? now + 5_000 : null };
    expect(outcomeOf(before, 204, true, now)).toEqual({
      state: "delivered",
      tries: 3,
      lastStatus: 204,
      nextAttemptAt: null,
    });
    expect(outcomeOf(before, null, true, now)).toEqual({ ...before, lastStatus: null });
  }
});

test("what was stopped while an attempt was under way stays so, unless it has arrived", () => {
  const stopped = { state: "stopped" as const, tries: 0, nextAttemptAt: null };
  expect(outcomeOf(stopped, 500, false, now)).toMatchObject({
    state: "stopped",
    nextAttemptAt: null,
  });
  expect(outcomeOf(stopped, 200, false, now)).toMatchObject({ state: "delivered" });
});

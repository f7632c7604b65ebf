import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createReplayGuard, WebhookError } from "./index.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

test("an event is new once, then pending, then handled", () => {
  const guard = createReplayGuard();
  expect(guard.claim("a")).toBe("new");
  expect(guard.claim("a")).toBe("pending");
  guard.confirm("a");
  expect(guard.claim("a")).toBe("handled");
  expect(guard.claim("b")).toBe("new");
});

test("a released event is let in again", () => {
  const guard = createReplayGuard();
  guard.claim("a");
  guard.claim("b");
  guard.release("a");
  expect(guard.claim("a")).toBe("new");
  expect(guard.claim("b")).toBe("pending");
});

test("a claim that is never settled ends with its lease", () => {
  for (const [guard, lease] of [
    [createReplayGuard(), 60],
    [createReplayGuard({ lease: 5 }), 5],
  ] as const) {
    guard.claim("a");
    pass(lease - 0.001);
    expect(guard.claim("a")).toBe("pending");
    pass(0.001);
    expect(guard.claim("a")).toBe("new");
    expect(guard.claim("a")).toBe("pending");
  }
});

test("a handled event is remembered for its time, which starts when it is handled", () => {
  for (const [guard, ttl] of [
    [createReplayGuard(), 86_400],
    [createReplayGuard({ ttl: 7 }), 7],
  ] as const) {
    guard.claim("a");
    pass(3);
    guard.confirm("a");
    pass(ttl - 0.001);
    expect(guard.claim("a")).toBe("handled");
    pass(0.001);
    expect(guard.claim("a")).toBe("new");
  }
});

test("beyond its capacity it forgets the event that was handled longest ago", () => {
  const guard = createReplayGuard({ capacity: 2 });
  guard.claim("a");
  guard.claim("b");
  guard.confirm("b");
  guard.confirm("a");
  guard.claim("c");
  expect(guard.claim("a")).toBe("handled");
  expect(guard.claim("c")).toBe("pending");
  expect(guard.claim("b")).toBe("new");
});

test("it holds at least the present event, however small its capacity", () => {
  const guard = createReplayGuard({ capacity: 0.5 });
  expect(guard.claim("a")).toBe("new");
  expect(guard.claim("a")).toBe("pending");
  guard.confirm("a");
  expect(guard.claim("a")).toBe("handled");
  expect(guard.claim("b")).toBe("new");
  expect(guard.claim("a")).toBe("new");
});

describe("a handler that outlasts its lease, after which another one got the event", () => {
  const overtaken = () => {
    const guard = createReplayGuard({ lease: 60 });
    expect(guard.claim("a", "slow")).toBe("new");
    pass(60);
    expect(guard.claim("a", "next")).toBe("new");
    return guard;
  };

  test("does not end the claim of the other when it fails", () => {
    const guard = overtaken();
    guard.release("a", "slow");
    expect(guard.claim("a", "third")).toBe("pending");
    guard.release("a", "next");
    expect(guard.claim("a", "third")).toBe("new");
  });

  test("has handled the event when it succeeds, even if the other then fails", () => {
    const guard = overtaken();
    guard.confirm("a", "slow");
    guard.release("a", "next");
    expect(guard.claim("a", "third")).toBe("handled");
  });
});

test("what has no end is never forgotten", () => {
  const infinite = Number.POSITIVE_INFINITY;
  const guard = createReplayGuard({ capacity: infinite, ttl: infinite, lease: infinite });
  guard.claim("a");
  guard.claim("b");
  guard.confirm("b");
  pass(1e9);
  expect([guard.claim("a"), guard.claim("b")]).toEqual(["pending", "handled"]);
});

describe.each(["capacity", "ttl", "lease"])("%s", (name) => {
  test.each([Number.NaN, 0, -1, "60", null])("of %o is refused at once", (limit) => {
    const create = () => createReplayGuard({ [name]: limit });
    expect(create).toThrow(WebhookError);
    expect(create).toThrow(
      expect.objectContaining({
        reason: "configuration",
        message: `${name} must be a number over 0.`,
      }),
    );
  });

  test("may be left undefined", () => {
    expect(createReplayGuard({ [name]: undefined }).claim("a")).toBe("new");
  });
});

test("it holds ten thousand events by default, however many pass", () => {
  const guard = createReplayGuard();
  for (let index = 0; index <= 10_000; index++) {
    guard.claim(`${index}`);
    guard.confirm(`${index}`);
  }
  expect(guard.claim("1")).toBe("handled");
  expect(guard.claim("10000")).toBe("handled");
  expect(guard.claim("0")).toBe("new");
});

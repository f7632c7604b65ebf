import { expect, test } from "vitest";
import { createFaults, type InjectedFault } from "./faults.ts";

const always: Omit<InjectedFault, "faultId"> = {
  effect: { error: "GATEWAY_ERROR" },
  operationId: null,
  accountId: null,
  timesLeft: null,
};

test("a fault meets the calls that it names, and all where it names none", () => {
  const faults = createFaults();
  faults.add({ ...always, operationId: "send", accountId: "shop" });
  expect(faults.take("send", "shop")).toEqual({ error: "GATEWAY_ERROR" });
  expect(faults.take("sendBulk", "shop")).toBeUndefined();
  expect(faults.take("send", "demo")).toBeUndefined();
  faults.add(always);
  expect(faults.take("getBalance", "demo")).toEqual({ error: "GATEWAY_ERROR" });
});

test("a fault is gone after so many calls, and those that it does not meet do not count", () => {
  const faults = createFaults();
  faults.add({ ...always, operationId: "send", timesLeft: 2 });
  faults.take("getStatus", "demo");
  expect(faults.take("send", "demo")).toBeDefined();
  expect(faults.list()).toMatchObject([{ timesLeft: 1 }]);
  expect(faults.take("send", "demo")).toBeDefined();
  expect(faults.take("send", "demo")).toBeUndefined();
  expect(faults.list()).toEqual([]);
});

test("the first of several faults comes first", () => {
  const faults = createFaults();
  faults.add({ ...always, timesLeft: 1 });
  faults.add({ ...always, effect: { delayMs: 5 }, timesLeft: 1 });
  expect(faults.take("send", "demo")).toEqual({ error: "GATEWAY_ERROR" });
  expect(faults.take("send", "demo")).toEqual({ delayMs: 5 });
});

test("one fault is removed by its id, which no later one has", () => {
  const faults = createFaults();
  const [first, second] = [faults.add(always), faults.add(always)];
  expect(faults.remove(first.faultId)).toBe(true);
  expect(faults.remove(first.faultId)).toBe(false);
  expect(faults.list()).toEqual([second]);
  faults.clear();
  expect(faults.list()).toEqual([]);
  expect([first.faultId, second.faultId]).not.toContain(faults.add(always).faultId);
});

import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createReloader } from "./reloader.ts";

test("many requests while a load is under way make one more", async () => {
  let loads = 0;
  const outcomes: unknown[] = [];
  const load = async () => {
    loads += 1;
    await sleep(10);
    return loads;
  };
  const reloader = createReloader(load, (outcome) => outcomes.push(outcome), 5);
  for (let index = 0; index < 20; index += 1) reloader.request();
  await sleep(100);

  expect(outcomes).toEqual([
    { status: "fulfilled", value: 1 },
    { status: "fulfilled", value: 2 },
  ]);
});

test("a load that fails is told, and the next one is made all the same", async () => {
  const outcomes: string[] = [];
  const loads = [Promise.reject(new Error("gone")), Promise.resolve("back")];
  const reloader = createReloader(
    () => loads.shift() ?? Promise.resolve("more"),
    ({ status }) => outcomes.push(status),
    1,
  );
  reloader.request();
  reloader.request();
  await sleep(50);

  expect(outcomes).toEqual(["rejected", "fulfilled"]);
});

test("what is under way when it is stopped is not told", async () => {
  const outcomes: unknown[] = [];
  const reloader = createReloader(
    () => sleep(10),
    (outcome) => outcomes.push(outcome),
  );
  reloader.request();
  reloader.stop();
  await sleep(30);

  expect(outcomes).toEqual([]);
});

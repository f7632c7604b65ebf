import { expect, test } from "vitest";
import { runHostile } from "./run.ts";

test("2,000 hostile requests find nothing", async () => {
  const { problems } = await runHostile({ requests: 2_000, seed: 1 });
  expect(problems).toEqual([]);
}, 240_000);

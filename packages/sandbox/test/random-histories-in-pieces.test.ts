import { afterAll, beforeAll, test } from "vitest";
import { openStage, playHistories, type Stage } from "./histories/play-history.ts";

const count = 250;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(true);
});
afterAll(() => stage?.close());

test.each([1_001, 1_251, 1_501, 1_751])(
  "whatever happens, it is the same if time passes in pieces: histories %i and on",
  { timeout: 300_000 },
  (from) => playHistories(stage, from, count),
);

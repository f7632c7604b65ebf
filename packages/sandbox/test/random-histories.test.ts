import { afterAll, beforeAll, test } from "vitest";
import { openStage, playHistories, type Stage } from "./histories/play-history.ts";

const count = 250;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(false);
});
afterAll(() => stage?.close());

test.each([1, 251, 501, 751])(
  "whatever happens, every promise is kept, and the same once more: histories %i and on",
  { timeout: 300_000 },
  (from) => playHistories(stage, from, count),
);

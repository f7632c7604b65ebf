import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { controlTypes, target } from "./control-types.ts";

test("the types of the control API are what its document says", async () => {
  const committed = await readFile(target, "utf8");
  const isFresh = committed === (await controlTypes());
  expect(isFresh, "generated/control.ts is stale: run `pnpm generate` and commit it").toBe(true);
});

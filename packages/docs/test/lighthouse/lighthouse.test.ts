import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Docs, startDocs } from "../../src/serve.ts";
import { executablePath } from "../browser/browser.ts";
import { audit, audited, least } from "./audit.ts";

// Performance is no part of this: on a busy machine its mark says more about the machine. `pnpm lighthouse` shows it.

// Each kind of page once: `pnpm lighthouse` has all of them, and axe looks at every page in the tests beside this one.
const kinds = audited.filter(
  ({ path, screen }) => ["", "errors/", "reference/"].includes(path) && screen === "mobile",
);
const only = ["accessibility", "best-practices", "seo"] as const;
const rows: object[] = [];

describe.skipIf(!executablePath)("Lighthouse", () => {
  let docs: Docs;

  beforeAll(async () => {
    docs = await startDocs({ port: 0 });
  });
  afterAll(async () => {
    await docs?.close();
    console.table(rows);
  });

  test.each(kinds)("gives /$path on $screen high marks", async ({ path, screen }) => {
    const { marks, losses } = await audit(`${docs.url}/${path}`, { screen, only });
    rows.push({ page: path || "index", screen, ...marks });
    for (const category of only) {
      expect(marks[category], losses.join("\n")).toBeGreaterThanOrEqual(least);
    }
  });
});

import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("Redocly rates the description 95 or more for integration and agents", () => {
  const output = execFileSync("redocly", ["score", "dist/openapi.json", "--format", "json"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(JSON.parse(output).agentReadiness).toBeGreaterThanOrEqual(95);
});

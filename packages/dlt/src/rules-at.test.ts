import { expect, test } from "vitest";
import { defaultRules } from "./default-rules.ts";
import type { DltRules } from "./rules.ts";
import { rulesAt } from "./rules-at.ts";

const on = (from: string): DltRules => ({ from, matching: "strict", variables: {} });
const at = (rules: readonly DltRules[], time: string) => rulesAt(rules, Date.parse(time))?.from;

test("a set holds from midnight in India on, until a newer one does", () => {
  const rules = [on("2026-01-01"), on("2021-04-01")];
  expect(at(rules, "2021-03-31T18:29:59Z")).toBeUndefined();
  expect(at(rules, "2021-03-31T18:30:00Z")).toBe("2021-04-01");
  expect(at(rules, "2025-12-31T23:59:59+05:30")).toBe("2021-04-01");
  expect(at(rules, "2026-01-01T00:00:00+05:30")).toBe("2026-01-01");
  expect(at(rules, "2100-01-01T00:00:00Z")).toBe("2026-01-01");
});

test("by default there are tags since the direction that names them", () => {
  const tags = (time: string) =>
    Object.keys(rulesAt(defaultRules, Date.parse(time))?.variables ?? {});
  expect(tags("2025-11-17T12:00:00+05:30")).toEqual(["var"]);
  expect(tags("2026-06-23T10:30:00Z")).toEqual(
    expect.arrayContaining(["var", "numeric", "alphanumeric", "url", "urlott", "cbn", "email"]),
  );
});

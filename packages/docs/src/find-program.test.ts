import { afterEach, expect, test, vi } from "vitest";
import { findProgram, reportMissing } from "./find-program.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("finds the first program that is there", () => {
  expect(findProgram("no-such-program", "sh")).toMatch(/\/sh$/);
  expect(findProgram("/bin/sh")).toBe("/bin/sh");
  expect(findProgram("no-such-program")).toBeUndefined();
});

test("a missing program fails the tests of a build machine", () => {
  vi.stubEnv("CI", "true");
  expect(() => reportMissing("php", "its samples are not run", "Install it.")).toThrow(
    "php was not found: its samples are not run. Install it.",
  );
});

test("a missing program is only reported on a developer's machine", () => {
  vi.stubEnv("CI", "");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  reportMissing("php", "its samples are not run", "Install it.");
  expect(warn).toHaveBeenCalledWith("php was not found: its samples are not run. Install it.");
});

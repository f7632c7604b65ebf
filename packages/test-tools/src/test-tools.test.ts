import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { findTool, reportMissing } from "./test-tools.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A folder with one program, which prints a line. */
function folderWith(name: string, line = ""): string {
  const folder = mkdtempSync(join(tmpdir(), "test tools "));
  writeFileSync(join(folder, name), `#!/bin/sh\necho ${line}\n`, { mode: 0o755 });
  return folder;
}

test("finds a tool under any of its names", () => {
  const folder = folderWith("chromium-browser");
  expect(findTool("chromium", { PATH: folder })).toBe(join(folder, "chromium-browser"));
  expect(findTool("curl", { PATH: folder })).toBeUndefined();
});

test("a path that is given stands instead of all others", () => {
  const PATH = folderWith("chromium");
  const CHROMIUM_PATH = join(folderWith("my-browser"), "my-browser");
  expect(findTool("chromium", { PATH, CHROMIUM_PATH })).toBe(CHROMIUM_PATH);
  expect(findTool("chromium", { PATH, CHROMIUM_PATH: `${CHROMIUM_PATH}-2` })).toBeUndefined();
});

test("PHP counts only with its extensions", () => {
  const bare = folderWith("php", "curl");
  const full = folderWith("php", "'curl\nmbstring\nxml'");
  expect(findTool("php", { PATH: bare })).toBeUndefined();
  expect(findTool("php", { PATH: `${bare}:${full}` })).toBe(join(full, "php"));
});

test("a missing tool fails the tests of a build machine", () => {
  vi.stubEnv("CI", "true");
  expect(() => reportMissing("php", "its samples are not run")).toThrow(
    "php was not found: its samples are not run. apt-get install php-cli php-curl php-mbstring php-xml",
  );
});

test("a missing tool is only reported on a developer's machine", () => {
  vi.stubEnv("CI", "");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  reportMissing("curl", "its samples are not run");
  expect(warn).toHaveBeenCalledWith(
    "curl was not found: its samples are not run. apt-get install curl",
  );
});

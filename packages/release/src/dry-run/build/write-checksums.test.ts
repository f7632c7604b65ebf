import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeChecksums } from "./write-checksums.ts";

test("sha256sum finds every file as it was", () => {
  const folder = mkdtempSync(join(tmpdir(), "sums-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "a.tgz");
  writeFileSync(file, "contents");
  const sums = writeChecksums(folder, "1.2.0", [
    { target: "npm", name: "a", version: "1.2.0", file },
  ]);
  const check = () =>
    execFileSync("sha256sum", ["--check", "--strict", sums.file], { cwd: folder, stdio: "pipe" });
  expect(check().toString()).toBe("a.tgz: OK\n");
  writeFileSync(file, "other contents");
  expect(check).toThrow();
});

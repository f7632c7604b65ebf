import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keep, keptVersions, lastRelease, readRelease, releasesFolder } from "./releases.ts";

const emptyFolder = () => mkdtempSync(join(tmpdir(), "releases-"));

function bundle(version: string, title = "An API"): string {
  const file = join(emptyFolder(), "openapi.json");
  writeFileSync(file, JSON.stringify({ openapi: "3.1.1", info: { version, title }, paths: {} }));
  return file;
}

test("a bundle is kept once, byte by byte", () => {
  const folder = emptyFolder();
  const file = bundle("1.0.0");
  expect(keep(file, folder)).toMatch(/^Kept 1\.0\.0 as/);
  expect(readFileSync(join(folder, "1.0.0.json"), "utf8")).toBe(readFileSync(file, "utf8"));
  const kept = readFileSync(file, "utf8");
  writeFileSync(file, JSON.stringify(JSON.parse(kept), null, 2));
  expect(keep(file, folder)).toBe("1.0.0 is kept already.");
  expect(readFileSync(join(folder, "1.0.0.json"), "utf8")).toBe(kept);
});

test("another bundle of a kept version is refused, and the kept one stays", () => {
  const folder = emptyFolder();
  keep(bundle("1.0.0"), folder);
  expect(() => keep(bundle("1.0.0", "Another"), folder)).toThrow("what is released never changes");
  expect(readRelease("1.0.0", folder).info.title).toBe("An API");
});

test("a kept bundle that was altered is noticed", () => {
  const folder = emptyFolder();
  keep(bundle("1.0.0"), folder);
  const file = join(folder, "1.0.0.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("An API", "The API"));
  expect(() => readRelease("1.0.0", folder)).toThrow("is not what was kept as 1.0.0");
});

test("a bundle that was put there by hand is noticed", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "1.0.0.json"), readFileSync(bundle("1.0.0")));
  expect(() => readRelease("1.0.0", folder)).toThrow("is not what was kept as 1.0.0");
});

test("checksums that cannot be read are named", () => {
  const folder = emptyFolder();
  keep(bundle("1.0.0"), folder);
  for (const broken of ['{ "1.0.0":', "[]", "null"]) {
    writeFileSync(join(folder, "checksums.json"), broken);
    expect(() => readRelease("1.0.0", folder)).toThrow(/checksums\.json does not hold a checksum/);
  }
});

test("a pre-release is not kept", () => {
  const folder = emptyFolder();
  expect(keep(bundle("1.1.0-rc.1"), folder)).toContain("is a pre-release");
  expect(keptVersions(folder)).toEqual([]);
});

test("the last release is the newest that is not newer than the version", () => {
  const folder = emptyFolder();
  for (const version of ["1.10.0", "1.0.0", "1.9.0"]) keep(bundle(version), folder);
  expect(keptVersions(folder)).toEqual(["1.0.0", "1.9.0", "1.10.0"]);
  expect(lastRelease("1.10.0", folder)).toBe("1.10.0");
  expect(lastRelease("1.10.1", folder)).toBe("1.10.0");
  expect(lastRelease("1.10.0-rc.1", folder)).toBe("1.9.0");
  expect(() => lastRelease("0.9.0", folder)).toThrow("All kept releases are newer than 0.9.0");
  expect(() => lastRelease("1.0.0", emptyFolder())).toThrow("Keep the first with");
  expect(() => readRelease("1.2.0", folder)).toThrow("Kept: 1.0.0, 1.9.0, 1.10.0.");
});

test("every kept bundle of the API is as it was released", () => {
  const versions = keptVersions(releasesFolder);
  expect(versions).toContain("1.0.0");
  for (const version of versions) expect(readRelease(version).info.version).toBe(version);
});

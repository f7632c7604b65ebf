import { existsSync } from "node:fs";
import { basename } from "node:path";
import { postmanFiles } from "@getclickmedia/sms-postman/files";
import { expect, test } from "vitest";
import { bundleFiles, readBundle } from "../bundle.ts";
import { machineFiles } from "./machine-files.ts";

const bundle = await readBundle();
const files = machineFiles(bundle);

test("the document and every Postman file are copied from where they are built", () => {
  const sources = files.flatMap(({ source }) => source ?? []);
  for (const file of [...Object.values(bundleFiles), ...postmanFiles])
    expect(sources).toContain(file);
  for (const { path, source } of files.filter((file) => file.source)) {
    expect(existsSync(source ?? "")).toBe(true);
    expect(path).toBe(basename(source ?? ""));
  }
});

test("each has an address of its own and says what it is, the document with its version", () => {
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  for (const { title, description } of files) {
    expect(title).not.toBe("");
    expect(description).not.toBe("");
  }
  expect(files.find(({ path }) => path === "openapi.json")?.description).toContain(
    bundle.info.version,
  );
});

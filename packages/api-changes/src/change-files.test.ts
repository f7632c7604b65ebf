import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changeFilesOf, pendingBump } from "./change-files.ts";

function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), "change-files-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

const change = (matter: string) => `---\n${matter}\n---\n\nA sentence.\n`;

test("the highest bump of a package counts", () => {
  const files = folder({
    "a.md": change('"@x/spec": patch'),
    "b.md": change('"@x/spec": minor\n"@x/other": major'),
    "c.md": change("'@x/other': major"),
  });
  expect(pendingBump(files, "@x/spec")).toBe("minor");
  expect(pendingBump(files, "@x/none")).toBeUndefined();
});

test("what is no change file is left alone", () => {
  const files = folder({ "Readme.md": "# No front matter", "config.json": "{}" });
  expect(pendingBump(files, "@x/spec")).toBeUndefined();
  expect(pendingBump(join(files, "missing"), "@x/spec")).toBeUndefined();
});

test("a change file for nothing, and one that asks for no bump, ask for nothing", () => {
  const files = folder({ "a.md": "---\n---\n", "b.md": change('"@x/spec": none') });
  expect(pendingBump(files, "@x/spec")).toBeUndefined();
});

test("a file that cannot be read is named", () => {
  const bump = (text: string) => () => pendingBump(folder({ "a.md": text }), "@x/spec");
  expect(bump("no front matter")).toThrow(/a\.md: .*missing or invalid frontmatter/);
  expect(bump("")).toThrow(/a\.md: .*file is empty/);
  expect(bump(change("- '@x/spec': minor"))).toThrow(/a\.md: .*must be an object/);
  expect(bump(change('"@x/spec": huge'))).toThrow(/a\.md: .*"huge" for .*"@x\/spec".*major, minor/);
  expect(bump(change('"@x/spec: minor'))).toThrow(/a\.md: .*invalid YAML/);
});

test("a change file that tells nothing does not count", () => {
  const files = folder({ "a.md": '---\n"@x/spec": minor\n---\n\n' });
  expect(() => pendingBump(files, "@x/spec")).toThrow(/a\.md tells nothing\. Write below/);
});

test("a folder that is called like a change file is named", () => {
  const files = folder({});
  mkdirSync(join(files, "x.md"));
  expect(() => pendingBump(files, "@x/spec")).toThrow(/x\.md is a folder/);
});

test("a package that the repository does not have is named", () => {
  const root = folder({
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "package.json": '{ "name": "root" }',
  });
  for (const path of ["packages/spec", ".changeset"])
    mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, "packages/spec/package.json"), '{ "name": "@x/spec" }');
  const files = join(root, ".changeset");
  writeFileSync(join(files, "a.md"), change('"@x/spec": minor'));
  expect(pendingBump(files, "@x/spec")).toBe("minor");
  writeFileSync(join(files, "b.md"), change('"@x/specs": major'));
  expect(() => pendingBump(files, "@x/spec")).toThrow(
    /b\.md names @x\/specs, and there is no such/,
  );
});

test("a mark of the byte order may stand before it", () => {
  const files = folder({ "a.md": `\uFEFF${change('"@x/spec": minor')}` });
  expect(pendingBump(files, "@x/spec")).toBe("minor");
});

test("lines end as on Windows, too", () => {
  const files = folder({ "a.md": change('"@x/spec": minor').replaceAll("\n", "\r\n") });
  expect(pendingBump(files, "@x/spec")).toBe("minor");
});

test("the folder is that of the repository", () => {
  const root = folder({ "pnpm-workspace.yaml": "" });
  mkdirSync(join(root, "packages/one"), { recursive: true });
  expect(changeFilesOf(join(root, "packages/one"))).toBe(join(root, ".changeset"));
});

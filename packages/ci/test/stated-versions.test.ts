import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAction, root } from "./composite-action.ts";

const pages = ["packages/ci/README.md", "packages/docs/pages/ci.md"];
const { version } = createRequire(import.meta.url)(join(root, "spec/package.json"));

/** What a pattern has in its group in a file, each with its place. */
function found(file: string, pattern: RegExp): { at: string; text: string }[] {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  return lines.flatMap((line, index) =>
    [...line.matchAll(pattern)].map(([, text = ""]) => ({ at: `${file}:${index + 1}`, text })),
  );
}

describe.each(pages)("%s", (page) => {
  test("names every input of the action", async () => {
    const text = readFileSync(join(root, page), "utf8");
    const inputs = Object.keys((await readAction()).inputs);
    expect(inputs.filter((input) => !text.includes(`\`${input}`))).toEqual([]);
  });

  test("names the action and the images in the version of the document", () => {
    const stated = [
      ...found(page, /getclickmedia\/sms-api@v([\w.-]+)/g),
      ...found(page, /ghcr\.io\/getclickmedia\/sms-\w+:([\w.-]+)/g),
    ];
    expect(stated).not.toEqual([]);
    const others = stated.filter(({ text }) => text !== version);
    const message = `Write ${version} at ${others.map(({ at }) => at).join(", ")}: these pages name the version that spec/package.json has.`;
    expect(others, message).toEqual([]);
  });
});

test("no README has npx fetch a program of ours by its short name, which anybody may register", () => {
  const readmes = globSync(["README.md", "packages/*/README.md"], { cwd: root });
  expect(readmes).toContain("packages/dashboard/README.md");
  const short = readmes.flatMap((file) => found(file, /(?:^\s*|`)npx (?:-\S+ )*(gcm-\w+)/g));
  expect(short).toEqual([]);
});

test("the guide takes the actions that this repository takes in the same major version", () => {
  const workflows = globSync(".github/workflows/*.yml", { cwd: root });
  const ours = new Map(
    workflows
      .flatMap((file) => found(file, /uses: (\S+@\w+ # v\d+)/g))
      .map(({ text }) => /^(.*)@.* # (v\d+)$/.exec(text)?.slice(1) ?? [])
      .map(([name, major]) => [name, major]),
  );
  expect(ours.get("actions/checkout")).toMatch(/^v\d+$/);
  const others = found("packages/docs/pages/ci.md", /uses: (\S+)/g).filter(({ text }) => {
    const [name, major] = text.split("@");
    return ours.has(name) && ours.get(name) !== major;
  });
  expect(others).toEqual([]);
});

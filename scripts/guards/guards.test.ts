import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keyPrefixes } from "@getclickmedia/sms-types";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository } from "../repository-copy.ts";

// Every guard on a copy of this repository in which one thing is wrong.

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
let copy: string;
beforeAll(() => {
  copy = copyRepository();
  // What the guards themselves are built on.
  cpSync(join(root, "packages/types/dist"), join(copy, "packages/types/dist"), { recursive: true });
  spawnSync("git", ["init", "--quiet"], { cwd: copy });
}, 60_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function guard(...names: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["scripts/guards/guard.ts", ...names], {
    cwd: copy,
    encoding: "utf8",
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Does something while a file of the copy is another. */
function withFile(path: string, edit: (text: string) => string, action: () => void) {
  const file = join(copy, path);
  const text = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, edit(text ?? ""));
  try {
    action();
  } finally {
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
  }
}

/** Something wrong in a file, and what the guard has to say of it. */
interface Fault {
  path: string;
  edit: (text: string) => string;
  says: string | RegExp;
}

function withFaults([first, ...rest]: Fault[], action: () => void): void {
  if (first) withFile(first.path, first.edit, () => withFaults(rest, action));
  else action();
}

const dependency = (name: string, version: string) => (manifest: string) =>
  manifest.replace('"dependencies": {', `"dependencies": {\n    "${name}": "${version}",`);

const faults: Record<string, Fault[]> = {
  secrets: [
    {
      path: "packages/mock/notes.txt",
      edit: () => `${keyPrefixes.gcm_live_.name}8f2kd91ms0a7`,
      says: "\npackages/mock/notes.txt:1: this is what looks like a live key",
    },
  ],
  pins: [
    {
      path: "packages/mock/package.json",
      edit: dependency("yaml", "^2.9.1"),
      says: "packages/mock/package.json: yaml is not pinned (^2.9.1)",
    },
    {
      path: "package.json",
      edit: (text) => text.replace('"pnpm@', '"pnpm@^'),
      says: /package\.json: packageManager is pnpm@\^[\d.]+\. Write pnpm@\d/,
    },
    {
      path: "packages/mock/constraints.txt",
      edit: () => "trio>=0.3\n",
      says: "packages/mock/constraints.txt: trio is not pinned (>=0.3)",
    },
    {
      path: "packages/mock/Dockerfile",
      edit: () => "FROM node:latest\n",
      says: "packages/mock/Dockerfile: node:latest is not pinned",
    },
    {
      path: "packages/mock/.npmrc",
      edit: () => "registry=https://registry.example\n",
      says: 'packages/mock/.npmrc: it has "registry=https://registry.example"',
    },
  ],
  direction: [
    {
      path: "packages/document/package.json",
      edit: dependency("@getclickmedia/sms-mock", "workspace:^"),
      says: "@getclickmedia/sms-document may not depend on @getclickmedia/sms-mock",
    },
    {
      path: "packages/mock/src/borrowed.ts",
      edit: () => 'export { readDocument } from "../../document/src/index.ts";\n',
      says: "import `../../document/src/index.ts` leaves the package",
    },
    {
      path: "packages/types/src/borrowed.ts",
      edit: () => 'export { startMock } from "@getclickmedia/sms-mock";\n',
      says: "cannot import package `@getclickmedia/sms-mock`",
    },
    {
      path: "packages/segments/src/index.ts",
      edit: (text) => `${text}export * from "vitest";\n`,
      says: /packages\/segments\/src\/index\.ts:\d+: @getclickmedia\/sms-segments is published, and vitest is none/,
    },
    {
      path: "packages/mock/test/borrowed.cjs",
      edit: () => 'module.exports = require("../../sandbox/package.json");\n',
      says: "packages/mock/test/borrowed.cjs:1: packages/sandbox/package.json is of another package",
    },
  ],
  unused: [
    {
      path: "packages/mock/package.json",
      edit: dependency("sirv", "catalog:"),
      says: /Unused dependencies[\s\S]*sirv +packages\/mock\/package\.json/,
    },
    {
      path: "packages/mock/src/forgotten.ts",
      edit: () => "export const forgotten = true;\n",
      says: /Unused files[\s\S]*packages\/mock\/src\/forgotten\.ts/,
    },
  ],
  spelling: [
    {
      path: "packages/docs/pages/sending.md",
      edit: (text) => `${text}\nA mesage is sent.\n`,
      says: /packages\/docs\/pages\/sending\.md:\d+:\d+ - Unknown word \(mesage\)/,
    },
    {
      path: ".changeset/tag.md",
      edit: () => "A mesage may carry a tag.\n",
      says: /\.changeset\/tag\.md:1:\d+ - Unknown word \(mesage\)/,
    },
    {
      path: "action.yml",
      edit: (text) => text.replace("description: ", "description: Starst. "),
      says: /action\.yml:\d+:\d+ - Unknown word \(Starst\)/,
    },
    {
      path: "packages/mock/package.json",
      edit: (text) => text.replace('"description": "', '"description": "Serevs. '),
      says: /packages\/mock\/package\.json:\d+:\d+ - Unknown word \(Serevs\)/,
    },
    ...[
      { path: "packages/sdk-node/src/client.ts", edit: "/** Recieves. */" },
      { path: "packages/sdk-php/src/SmsClient.php", edit: "/** Recieves. */" },
      { path: "packages/sdk-python/src/getclickmedia/_client.py", edit: '"""Recieves."""' },
    ].map(({ path, edit }) => ({
      path,
      edit: (text: string) => `${text}\n${edit}\n`,
      says: new RegExp(`${RegExp.escape(path)}:\\d+:\\d+ - .*\\(Recieves\\)`),
    })),
    {
      path: "spec/components/schemas/SendRequest.yaml",
      edit: (text) => text.replace("description: ", "description: Recieves. "),
      says: /spec\/components\/schemas\/SendRequest\.yaml:\d+:\d+ - .*\(Recieves\)/,
    },
  ],
  links: [
    {
      path: "README.md",
      edit: (text) => `${text}\n[gone](docs/gone.md) and [nowhere](CONTRIBUTING.md#nowhere)\n`,
      says: /Cannot find file `docs\/gone\.md`[\s\S]*Cannot find heading for `#nowhere`/,
    },
    {
      path: "docs/adr/links.md",
      edit: () => "[from the root](/docs/none.md), [a line](../../scripts/run.mjs#L10)\n",
      says: /docs\/adr\/links\.md\n1:1-1:\d+ .*Cannot find file `\.\.\/none\.md`.*\n\n/,
    },
  ],
};

test.each(Object.entries(faults))(
  "%s tells what is wrong and where, and fails",
  (name, planted) => {
    withFaults(planted, () => {
      const { status, output } = guard(name);
      expect(output).toMatch(new RegExp(`^${name}: failed`));
      for (const { says } of planted) expect(output).toMatch(says);
      expect(status).toBe(1);
    });
  },
);

test.each(["sercets", "toString"])(
  "a guard that is not there is not taken for one that passed: %s",
  (name) => {
    const { status, output } = guard(name);
    expect(status).toBe(2);
    expect(output).toContain(`there is no guard ${name}. There is secrets, pins, licences, `);
  },
);

test("a package.json that cannot be read is named", () => {
  withFile(
    "packages/mock/package.json",
    () => "{",
    () => {
      const { status, output } = guard("pins");
      expect(output).toContain("It could not look: Error: packages/mock/package.json is no JSON: ");
      expect(status).toBe(1);
    },
  );
});

test("without git there is one line, and no guard passes", () => {
  renameSync(join(copy, ".git"), join(copy, ".gone"));
  const { status, output } = guard();
  renameSync(join(copy, ".gone"), join(copy, ".git"));
  expect(output).toMatch(/^npm run guard: git does not list the files of .*: fatal: .*\n$/);
  expect(status).toBe(2);
});

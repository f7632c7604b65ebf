import { expect, test } from "vitest";
import { foreignSources, loosePins, looseRequirements, looseWorkspace } from "./pins.ts";

test.each(["1.2.3", "1.2.3-rc.1", "catalog:", "workspace:^", "npm:@types/node@20.0.1"])(
  "%s is one version",
  (version) => {
    expect(loosePins("package.json", { dependencies: { yaml: version } })).toEqual([]);
  },
);

test.each([
  "^1.2.3",
  "~1.2.3",
  "1",
  "1.x",
  "*",
  "",
  "latest",
  ">=1",
  "=1.2.3",
  "v1.2.3",
  "git+ssh://a",
])("%s is not one version", (version) => {
  const field = { yaml: version };
  const found = [`package.json: yaml is not pinned (${version}). Write one exact version.`];
  expect(loosePins("package.json", { dependencies: field })).toEqual(found);
  expect(loosePins("package.json", { devDependencies: field })).toEqual(found);
  expect(loosePins("package.json", { optionalDependencies: field })).toEqual(found);
});

test("the same package is looked at in every list", () => {
  const lists = { dependencies: { yaml: "2.9.1" }, devDependencies: { yaml: "^2.0.0" } };
  expect(loosePins("package.json", lists)).toHaveLength(1);
});

test("every catalog is looked at, and the overrides", () => {
  const text =
    "catalog:\n  a: ^1.0.0\noverrides:\n  d: ~4\ncatalogs:\n  old:\n    b: 2.x\n    c: 3.0.0\n";
  expect(looseWorkspace("w.yaml", text)).toEqual([
    "w.yaml: a is not pinned (^1.0.0). Write one exact version.",
    "w.yaml: d is not pinned (~4). Write one exact version.",
    "w.yaml: b is not pinned (2.x). Write one exact version.",
  ]);
});

test("requirements are pinned too", () => {
  const text =
    '# A comment\n\nflask==3.1.3\nhttpx==0.28.1; python_version < "3.11"\ntrio>=0.3\nruff\n';
  expect(looseRequirements("requirements.txt", text)).toEqual([
    "requirements.txt: trio is not pinned (>=0.3). Write one exact version.",
    "requirements.txt: ruff is not pinned (no version). Write one exact version.",
  ]);
});

test("a lockfile holds checksums and no addresses", () => {
  const text = `packages:
  a@1.0.0:
    resolution: {integrity: sha512-x}
  b@1.0.0:
    resolution: {integrity: sha512-x, tarball: "https://registry.example/b.tgz"}
  c@https://codeload.example/c:
    resolution: {tarball: "https://codeload.example/c"}
  d@1.0.0:
    resolution: {type: git, repo: "https://git.example/d", commit: abc}
`;
  expect(foreignSources("pnpm-lock.yaml", text).map((line) => line.split(" ")[1])).toEqual([
    "b@1.0.0",
    "c@https://codeload.example/c",
    "d@1.0.0",
  ]);
  expect(foreignSources("pnpm-lock.yaml", "lockfileVersion: '9.0'\n")).toEqual([]);
});

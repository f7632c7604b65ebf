import { expect, test } from "vitest";
import {
  foreignSources,
  isRequirements,
  looseImages,
  loosePins,
  looseRequirements,
  looseWorkspace,
  namesImages,
  otherManager,
  ownRegistries,
} from "./pins.ts";

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
  expect(loosePins("package.json", { resolutions: field })).toEqual(found);
  expect(loosePins("package.json", { pnpm: { overrides: field } })).toEqual(found);
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

test("an override may take a package out, or take the version of a dependency", () => {
  const overrides = { a: "-", b: "$vitest" };
  expect(looseWorkspace("w.yaml", JSON.stringify({ overrides }))).toEqual([]);
  expect(looseWorkspace("w.yaml", JSON.stringify({ catalog: overrides }))).toHaveLength(2);
});

test("the package manager is the one that is installed", () => {
  const other = (packageManager: string) =>
    otherManager("p.json", { packageManager }, "pnpm@1.2.3");
  expect(other("pnpm@1.2.3")).toEqual([]);
  expect(otherManager("p.json", {}, "pnpm@1.2.3")).toEqual([]);
  for (const wrong of ["pnpm@^1.2.3", "pnpm@1.2.4", "yarn@1.2.3"]) {
    expect(other(wrong)).toEqual([
      `p.json: packageManager is ${wrong}. Write pnpm@1.2.3, as in scripts/toolchain/package.json.`,
    ]);
  }
});

test.each([
  "# A comment",
  "",
  "flask==3.1.3",
  'httpx==0.28.1; python_version < "3.11"',
  "flask == 3.1.3",
  "flask==3.1.3 # as the guide has it",
  "flask[async]==3.1.3",
  `flask==3.1.3 \\\n  --hash=sha256:${"0".repeat(64)} \\\n  --hash=sha256:${"1".repeat(64)}`,
  "flask==1!2.0",
  "flask==1.0+local",
])("the requirement %s is one version", (text) => {
  expect(looseRequirements("requirements.txt", `${text}\n`)).toEqual([]);
});

test.each([
  ["trio>=0.3", ">=0.3"],
  ["trio", "no version"],
  ["trio==0.*", "==0.*"],
  ["trio==0.3,<1", "==0.3,<1"],
  ["trio @ https://example.com/trio.zip", " @ https://example.com/trio.zip"],
])("the requirement %s is not one version", (text, version) => {
  expect(looseRequirements("requirements.txt", `${text}\n`)).toEqual([
    `requirements.txt: trio is not pinned (${version.trim()}). Write one exact version.`,
  ]);
});

test("requirements are known by their name or their folder", () => {
  const files = ["requirements.txt", "a/requirements-dev.in", "dev-requirements.txt"];
  const others = ["a/constraints.txt", "requirements/base.txt"];
  expect([...files, ...others, "notes.txt", "requirements.md"].filter(isRequirements)).toEqual([
    ...files,
    ...others,
  ]);
});

const checksum = `sha256:${"0".repeat(64)}`;

test.each([
  `FROM node:26-slim@${checksum} AS node\nFROM node AS mock`,
  `ARG IMAGE=node:26@${checksum}\nFROM $IMAGE`,
  `FROM --platform=linux/amd64 node@${checksum}`,
  "FROM scratch",
  `services:\n  a:\n    image: "node:26@${checksum}"`,
])("%s is one image", (text) => {
  expect(looseImages("Dockerfile", text)).toEqual([]);
});

test.each([
  "FROM node:latest",
  "from node:latest as base",
  `ARG IMAGE=node:latest\nFROM \${IMAGE}`,
  "FROM --platform=linux/amd64 node:latest",
  "services:\n  a:\n    image: node:latest",
  "jobs:\n  - image: 'node:latest'",
])("%s is not one image", (text) => {
  expect(looseImages("Dockerfile", text)).toEqual([
    "Dockerfile: node:latest is not pinned. Write its tag and checksum: name:tag@sha256:…",
  ]);
});

test("images are looked for where they are named", () => {
  const files = ["Dockerfile", "a/Dockerfile.dev", "a/dev.Dockerfile", "Containerfile"];
  const others = ["compose.yaml", "a/docker-compose.dev.yml", ".github/workflows/ci.yml"];
  const none = ["test/dockerfile.test.ts", "src/compose-steps.ts", "openapi.yaml"];
  expect([...files, ...others, ...none].filter(namesImages)).toEqual([...files, ...others]);
});

test("an .npmrc names no registry", () => {
  const text =
    "; registry=a\nengine-strict=true\nregistry = https://a.example\n@b:registry=https://b";
  expect(ownRegistries(".npmrc", text).map((line) => line.split(". ")[0])).toEqual([
    '.npmrc: it has "registry = https://a.example"',
    '.npmrc: it has "@b:registry=https://b"',
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

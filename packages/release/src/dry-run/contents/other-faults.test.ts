import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Artefact } from "../artefact.ts";
import {
  collectionFaults,
  documentFaults,
  phpFaults,
  pythonFaults,
  sbomFaults,
  siteFaults,
} from "./other-faults.ts";
import type { Contents } from "./unpack.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "contents-"));
  return () => rmSync(folder, { recursive: true });
});

function contentsOf(files: Record<string, string>): Contents {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, paths: Object.keys(files), size: 0 };
}

function artefact(name: string, text: string): Artefact {
  const file = join(folder, name);
  writeFileSync(file, text);
  return { target: "GitHub release", name, version: "1.2.0", file };
}

const root = "/home/somebody/sms-api";
const wheel = {
  "getclickmedia/__init__.py": "",
  "getclickmedia/py.typed": "",
  "getclickmedia-1.2.0.dist-info/METADATA": "Name: getclickmedia\nVersion: 1.2.0\n",
  "getclickmedia-1.2.0.dist-info/licenses/LICENSE": "MIT",
};
const php = { LICENSE: "", "README.md": "", "composer.json": "{}", "src/SmsClient.php": "<?php" };
const document = { openapi: "3.1.0", info: { version: "1.2.0" }, paths: { "/sms/send": {} } };

test.each<[string, Record<string, string>, string[]]>([
  ["nothing", {}, []],
  ["a test", { "tests/test_a.py": "" }, ["holds tests/test_a.py, a test"]],
  ["a test beside the code", { "getclickmedia/test_a.py": "" }, [expect.stringMatching(/a test$/)]],
  ["what tests share", { "getclickmedia/conftest.py": "" }, [expect.stringMatching(/a test$/)]],
  ["what only sounds so", { "getclickmedia/latest.py": "" }, []],
  ["a cache", { "getclickmedia/__pycache__/a.pyc": "" }, [expect.stringContaining("__pycache__")]],
  [
    "a file of the generator",
    { "generate/cli.ts": "" },
    [expect.stringContaining("not of the Python")],
  ],
  [
    "another version",
    { "getclickmedia-1.2.0.dist-info/METADATA": "Version: 1.1.0\n" },
    ["says version 1.1.0 in its metadata"],
  ],
])("of a wheel with %s is said so", (_, more, faults) => {
  const python = { ...artefact("a.whl", ""), target: "PyPI" as const };
  expect(pythonFaults(python, contentsOf({ ...wheel, ...more }), root)).toEqual(faults);
});

test("a wheel without types or licence is refused", () => {
  const faults = pythonFaults(
    artefact("a.whl", ""),
    contentsOf({ METADATA: "Version: 1.2.0" }),
    root,
  );
  expect(faults).toEqual(["lacks LICENSE", "lacks py.typed"]);
});

test("the PHP package is its sources and three files", () => {
  expect(phpFaults(contentsOf(php), root)).toEqual([]);
  expect(phpFaults(contentsOf({ ...php, "package.json": "{}" }), root)).toEqual([
    "holds package.json, which is not of the package",
  ]);
  expect(phpFaults(contentsOf({ ...php, "src/SmsClientTest.php": "<?php" }), root)).toEqual([
    "holds src/SmsClientTest.php, a test",
  ]);
});

test("a site has its first page, and does not say where it was built", () => {
  const site = { "index.html": "<p>", "404.html": "" };
  expect(siteFaults(contentsOf(site), root)).toEqual([]);
  expect(siteFaults(contentsOf({ "404.html": `${root}/packages` }), root)).toEqual([
    "lacks index.html",
    "says in 404.html where it was built",
  ]);
});

test.each<[string, object, string]>([
  ["another version", { ...document, info: { version: "1.1.0" } }, "says version 1.1.0"],
  ["no paths", { ...document, paths: {} }, "has no paths"],
  ["another format", { ...document, openapi: "3.0.3" }, "is no OpenAPI 3.1 document"],
  ["files of its own", { ...document, a: { $ref: "paths/a.yaml" } }, "points to files"],
])("a document with %s is refused", (_, changed, fault) => {
  expect(documentFaults(artefact("openapi.json", JSON.stringify(document)))).toEqual([]);
  expect(documentFaults(artefact("openapi.json", JSON.stringify(changed)))).toEqual([
    expect.stringContaining(fault),
  ]);
});

test("the document says the same in both forms", () => {
  artefact("openapi.yaml", "openapi: 3.1.0\n");
  expect(documentFaults(artefact("openapi.json", JSON.stringify(document)))).toEqual([
    "says something else as JSON than as YAML",
  ]);
});

test("a collection has requests and no live key", () => {
  const info = { schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" };
  const sound = { info, item: [{}] };
  expect(collectionFaults(artefact("a.json", JSON.stringify(sound)))).toEqual([]);
  const key = ["gcm", "live", "0123456789abcdef"].join("_");
  const broken = { info: {}, item: [], key };
  expect(collectionFaults(artefact("a.json", JSON.stringify(broken)))).toEqual([
    "is no collection of Postman's format 2.1",
    "has no requests",
    "holds what looks like a live key",
  ]);
});

test("a bill of materials is of this version and lists something", () => {
  const sound = {
    bomFormat: "CycloneDX",
    metadata: { component: { version: "1.2.0" } },
    components: [{ name: "a" }],
  };
  expect(sbomFaults(artefact("a.json", JSON.stringify(sound)))).toEqual([]);
  expect(sbomFaults(artefact("a.json", "{}"))).toEqual([
    "is not CycloneDX",
    "is of another version",
    "lists nothing",
  ]);
});

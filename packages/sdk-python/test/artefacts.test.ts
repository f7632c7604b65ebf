import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { startMock } from "@getclickmedia/sms-mock";
import { run } from "@getclickmedia/sms-test-tools";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { folder, hasPython, python } from "./python.ts";

const pyright = createRequire(import.meta.url).resolve("pyright");
const root = mkdtempSync(join(tmpdir(), "getclickmedia "));
const built = join(root, "dist");
const artefacts = [
  `getclickmedia-${manifest.version}-py3-none-any.whl`,
  `getclickmedia-${manifest.version}.tar.gz`,
];

describe.skipIf(!hasPython)("what is published", () => {
  beforeAll(async () => {
    // From a copy of what is published, so that nothing else of this folder gets in by accident.
    const copy = join(root, "source");
    for (const name of ["src", "README.md", "LICENSE", "pyproject.toml"])
      cpSync(join(folder, name), join(copy, name), { recursive: true });
    await passes([python, "-m", "build", "--no-isolation", "--outdir", built, copy]);
  });

  test("is a wheel and a source distribution, whose description PyPI can show", async () => {
    expect(readdirSync(built).toSorted()).toEqual(artefacts);
    await passes([python, "-m", "twine", "check", "--strict", ...files()]);
  });

  test("has the types, the licence, the README and no test", async () => {
    for (const file of files()) {
      const names = await passes([python, "-c", listNames, file]);
      for (const name of ["getclickmedia/py.typed", "LICENSE", "METADATA or PKG-INFO"])
        expect(names.split("\n").some((each) => matches(each, name))).toBe(true);
      expect(names).not.toMatch(/tests?\/|\.ts\b|node_modules|__pycache__/);
    }
  });

  test.each(artefacts)("%s installs into an empty environment and works there", async (file) => {
    const mock = await startMock({ port: 0 });
    onTestFinished(() => mock.close());
    const environment = join(root, file.endsWith(".whl") ? "of the wheel" : "of the sdist");
    await passes([python, "-m", "venv", environment]);
    const own = join(environment, "bin", "python");
    await passes([
      own,
      "-m",
      "pip",
      "install",
      "-q",
      "--disable-pip-version-check",
      join(built, file),
    ]);

    const metadata = await passes([own, "-c", printMetadata]);
    expect(JSON.parse(metadata)).toEqual({
      version: manifest.version,
      python: ">=3.10",
      license: "MIT",
      author: "Get Click Media",
      needs: ["httpx2<3,>=2; python_version >= '3.11'", "httpx<1,>=0.27; python_version < '3.11'"],
    });

    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const [, quickStart = ""] = /```python\n(.*?)```/s.exec(readme) ?? [];
    writeFileSync(
      join(root, "quick_start.py"),
      quickStart.replace("SmsClient()", `SmsClient(base_url="${mock.url}")`),
    );
    const env = { GCM_API_KEY: "gcm_test_try", PYTHONPATH: "" };
    await expect(passes([own, "quick_start.py"], env)).resolves.toBe("delivered\n");

    const consumer = join(root, "consumer");
    mkdirSync(consumer, { recursive: true });
    cpSync(join(folder, "test", "consumer.py"), join(consumer, "consumer.py"));
    const check = ["--strict", "--no-incremental", "--python-executable", own, "consumer.py"];
    await passes([python, "-m", "mypy", ...check], {}, consumer);

    const path = `${join(environment, "bin")}${delimiter}${process.env.PATH}`;
    const complete = [
      process.execPath,
      pyright,
      "--verifytypes",
      "getclickmedia",
      "--ignoreexternal",
    ];
    await expect(passes(complete, { PATH: path }, consumer)).resolves.toContain("score: 100%");
  });
});

const files = () => artefacts.map((name) => join(built, name));

function matches(path: string, name: string): boolean {
  return name.split(" or ").some((each) => path.endsWith(each));
}

async function passes(command: string[], env = {}, cwd = root): Promise<string> {
  const { status, output } = await run(command, { cwd, env });
  expect(status, `${command.join(" ")}\n${output}`).toBe(0);
  return output;
}

const listNames = `
import sys, tarfile, zipfile
file = sys.argv[1]
names = zipfile.ZipFile(file).namelist() if file.endswith(".whl") else tarfile.open(file).getnames()
print("\\n".join(names))
`;

const printMetadata = `
import json
from importlib.metadata import metadata, requires
of = metadata("getclickmedia")
print(json.dumps({
    "version": of["Version"], "python": of["Requires-Python"], "license": of["License-Expression"],
    "author": of["Author"],
    "needs": requires("getclickmedia"),
}))
`;

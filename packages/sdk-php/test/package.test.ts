import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mock, startMock } from "@getclickmedia/sms-mock";
import { findTool, reportMissing, run } from "@getclickmedia/sms-test-tools";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { root } from "./root.ts";

const php = findTool("php") ?? "";
const composer = findTool("composer") ?? "";
if (!php) reportMissing("php", "the published package is not tested");
if (!composer) reportMissing("composer", "the published package is not tested");

/** Composer in a folder of its own, without Packagist. */
const environment = {
  COMPOSER_HOME: mkdtempSync(join(tmpdir(), "composer-")),
  COMPOSER_NO_INTERACTION: "1",
};

describe.skipIf(!php || !composer)("the package as Composer installs it", () => {
  const project = mkdtempSync(join(tmpdir(), "php project "));
  const installed = join(project, "vendor/getclickmedia/sms-php");
  let mock: Mock;

  beforeAll(async () => {
    mock = await startMock({ port: 0 });
    const archived = await run([composer, "archive", "--format=tar", `--dir=${project}`], {
      env: environment,
    });
    expect(archived.status, archived.output).toBe(0);
    const [archive = ""] = readdirSync(project);
    const description = JSON.parse(readFileSync(join(root, "composer.json"), "utf8"));
    const dist = { type: "tar", url: join(project, archive) };
    const published = { ...description, version: manifest.version, dist };
    writeFileSync(
      join(project, "composer.json"),
      JSON.stringify({
        repositories: [{ type: "package", package: published }, { packagist: false }],
        require: { [description.name]: manifest.version },
      }),
    );
    const install = await run([composer, "install", "--no-dev", "--classmap-authoritative"], {
      cwd: project,
      env: environment,
    });
    expect(install.status, install.output).toBe(0);
  });
  afterAll(() => mock.close());

  test("has the sources, the licence and the README, and nothing else", () => {
    expect(readdirSync(installed).toSorted()).toEqual([
      "LICENSE",
      "README.md",
      "composer.json",
      "src",
    ]);
  });

  test("leaves out the same files where Git makes the archive", () => {
    const { archive } = JSON.parse(readFileSync(join(root, "composer.json"), "utf8"));
    const attributes = readFileSync(join(root, ".gitattributes"), "utf8");
    const ignoredByGit = attributes.match(/^\S+(?=\s+export-ignore$)/gm) ?? [];
    // What is not committed is in no archive of Git's.
    expect(archive.exclude).toEqual(expect.arrayContaining(ignoredByGit));
    for (const name of readdirSync(root)) {
      const shipped = ["LICENSE", "README.md", "composer.json", "src"].includes(name);
      expect(archive.exclude.includes(`/${name}`), name).toBe(!shipped);
    }
  });

  test("runs the quick start of the README", async () => {
    const [, sample] =
      /^```php\n(.*?)^```/ms.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
    const program = join(project, "quick-start.php");
    writeFileSync(
      program,
      `<?php
require __DIR__ . '/vendor/autoload.php';
${sample?.replace("new SmsClient()", `new SmsClient(baseUrl: '${mock.url}')`)}
echo $status->name;
`,
    );

    const outcome = await run([php, "-d", "display_errors=1", program], {
      cwd: project,
      env: { GCM_API_KEY: "gcm_test_try" },
    });

    expect(outcome).toEqual({ status: 0, output: "Delivered" });
  });

  test("loads every class without anything else", async () => {
    const program = `require "vendor/autoload.php";
      foreach (require "vendor/composer/autoload_classmap.php" as $class => $file)
        if (!class_exists($class) && !interface_exists($class) && !trait_exists($class)) exit($class);`;
    await expect(run([php, "-r", program], { cwd: project })).resolves.toEqual({
      status: 0,
      output: "",
    });
  });
});

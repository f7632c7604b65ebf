import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tools } from "@getclickmedia/sms-test-tools";
import manifest from "../package.json" with { type: "json" };

// The packages that a page may tell a reader to install: ours under the names they are published by, and those
// that the samples are run with here. Anything else would be a line that nobody has tried.

const require = createRequire(import.meta.url);

const installable = {
  npm: ["typescript", ...Object.keys(manifest.dependencies)].filter(isPublished),
  pip: [pythonPackage(), ...requirements()],
  composer: [composerPackage(), "phpunit/phpunit"],
  // What the samples of these languages are run with here, and Debian's pip.
  apt: ["python3-pip", ...["composer", "php"].flatMap(debianPackages)],
};

type Installer = keyof typeof installable;

const commands: [pattern: RegExp, installer: Installer][] = [
  [/^npm (?:install|i|add)(?<packages>(?: .*)?)$/, "npm"],
  [/^npm ci(?<packages>)$/, "npm"],
  [/^(?:python3? -m )?pip3? install(?<packages> .*)$/, "pip"],
  [/^composer require(?<packages> .*)$/, "composer"],
  [/^composer install(?<packages>)(?: --[\w-]+)*$/, "composer"],
  [/^apt-get update(?<packages>)(?: -[\w-]+)*$/, "apt"],
  [/^apt-get install(?<packages> .*)$/, "apt"],
];

/** Whether a line of a shell installs packages, and so is checked and not run. */
export function isInstallLine(line: string): boolean {
  return commands.some(([pattern]) => pattern.test(line.trim()));
}

/** What is wrong with a line that installs packages, if anything is. */
export function installProblem(line: string): string | undefined {
  for (const [pattern, installer] of commands) {
    const found = pattern.exec(line.trim());
    if (found) return unknownPackage(found.groups?.packages ?? "", installer);
  }
  return "an install fence may only have npm install, pip install and composer require. Make it a program";
}

function unknownPackage(words: string, installer: Installer): string | undefined {
  const names = words
    .split(/\s+/)
    .filter((each) => each !== "" && !each.startsWith("-"))
    .map((each) => nameOf(each.replaceAll(/["']/g, ""), installer));
  const unknown = names.find((name) => !installable[installer].includes(name));
  if (unknown === undefined) return undefined;
  return `the package ${unknown} is not installed for the tests of this repository. Add it to packages/executable-markdown, or take one of ${installable[installer].join(", ")}`;
}

/** The name without its version. */
function nameOf(text: string, installer: Installer): string {
  if (installer === "npm") return text.replace(/(?<=.)@.*$/, "");
  return text.replace(installer === "pip" ? /[=<>~![;].*$/ : /[:=].*$/, "");
}

/** Whether a package is meant for the registry, and not for this repository alone. */
function isPublished(name: string): boolean {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { private?: boolean }).private !== true;
}

function pythonPackage(): string {
  const project = readFileSync(require.resolve("@getclickmedia/sms-sdk-python/pyproject.toml"));
  return /^name = "(.*)"$/m.exec(project.toString())?.[1] ?? "";
}

function composerPackage(): string {
  const path = require.resolve("@getclickmedia/sms-sdk-php/composer.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { name: string }).name;
}

/** The packages of Debian that bring a program. */
function debianPackages(name: string): string[] {
  const tool = Object.entries(tools).find(([each]) => each === name)?.[1];
  return tool?.install.replace("apt-get install ", "").split(" ") ?? [];
}

function requirements(): string[] {
  const text = readFileSync(new URL("../requirements.txt", import.meta.url), "utf8");
  return [...text.matchAll(/^[A-Za-z][\w-]*/gm)].map(([name]) => name);
}

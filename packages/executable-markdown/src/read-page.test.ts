import { describe, expect, test } from "vitest";
import { fixturePage } from "./fixture-page.ts";
import { problemLine } from "./page.ts";
import { readPage } from "./read-page.ts";

const problemsOf = (text: string) => fixturePage(text).problems.map(problemLine);

const good =
  '```sh\ncurl http://127.0.0.1:4020/_sandbox/health\n```\n\n```json output\n{ "a": 1 }\n```\n';

describe("a page", () => {
  test("has its programs in groups, each with the output that holds for it", () => {
    const page = fixturePage(`
\`\`\`sh exit=22
curl x
\`\`\`

\`\`\`json output
{}
\`\`\`

\`\`\`ts
import "x";
\`\`\`

\`\`\`python
print(1)
\`\`\`

\`\`\`text output stderr
1
\`\`\`

And then:

\`\`\`js offline
console.log(2);
\`\`\`

\`\`\`text output=partial
2
\`\`\`
`);
    expect(page.problems).toEqual([]);
    expect(
      page.groups.map(({ programs }) =>
        programs.map(({ syntax, line, exit, output }) => [syntax, line, exit, output?.line]),
      ),
    ).toEqual([
      [
        ["sh", 8, 22, 12],
        ["ts", 16, 0, 24],
        ["python", 20, 0, 24],
      ],
      [["js", 30, 0, 34]],
    ]);
    const outputs = page.runnables.map(({ output }) => [output?.stream, output?.partial]);
    expect(outputs).toEqual([
      ["stdout", false],
      ["stderr", false],
      ["stderr", false],
      ["stdout", true],
    ]);
  });

  test("has no program of ours that npx would fetch by a short name", () => {
    expect(problemsOf(`Run \`npx gcm-mock\`.\n\n${good}`)).toEqual([
      expect.stringMatching(
        /^pages\/test\.md:7: npx fetches gcm-mock .* npx @getclickmedia\/sms-mock\.$/,
      ),
    ]);
  });

  test("keeps the same language in one group for as long as it can", () => {
    const page = fixturePage(good + good);
    expect(page.problems).toEqual([]);
    expect(page.groups).toHaveLength(2);
  });

  test("may have several tabs of one language under names of their own", () => {
    const program = (head: string) => `\`\`\`${head}\nx\n\`\`\`\n`;
    const { groups, problems } = fixturePage(
      `${program("js")}${program('js label="Express"')}${program('python label="Flask"')}\`\`\`text output\n\`\`\`\n`,
    );
    expect(problems).toEqual([]);
    expect(groups.map(({ programs }) => programs.map(({ label }) => label))).toEqual([
      [undefined, "Express", "Flask"],
    ]);
  });

  test("may have directives, links and fences within lists", () => {
    const page = fixturePage(`
:::caution
Mind [bulk](bulk.md), [send](operation:send) and [this](error:INVALID_NUMBER).
:::

::table{of="plans"}
- A step, at :spec{of="/info/version"}:

  \`\`\`sh
  curl x
  \`\`\`

  \`\`\`text output
  \`\`\`
`);
    expect(page.problems).toEqual([]);
    expect(page.groups.map(({ line }) => line)).toEqual([15]);
  });

  test("lets a program continue the one of its language before it, or else the last", () => {
    const { groups, problems } = fixturePage(`
\`\`\`sh
curl x
\`\`\`
\`\`\`js
await 1;
\`\`\`
\`\`\`text output
\`\`\`

Then:

\`\`\`sh continues
curl x
\`\`\`
\`\`\`python continues
print()
\`\`\`
\`\`\`text output
\`\`\`
`);
    expect(problems).toEqual([]);
    expect(groups[1]?.programs.map(({ continues }) => continues?.syntax)).toEqual(["sh", "js"]);
  });
});

describe("a problem", () => {
  test.each<[what: string, text: string, line: number, says: string]>([
    ["a fence of no kind", "```json\n{}\n```", 7, "a fence of json is of no kind"],
    ["a fence without a language", "```\nx\n```", 7, "a block without a language is of no kind"],
    ["an indented block", "\n    npm install\n", 8, "a block without a language is of no kind"],
    ["a fence marked as a fragment", "```js fragment\nx\n```", 7, 'unknown word "fragment"'],
    ["an output alone", "```text output\n1\n```", 7, "an output without a program"],
    [
      "an output behind text",
      `${good}\nText.\n\n\`\`\`text output\n1\n\`\`\``,
      17,
      "an output without",
    ],
    ["a program alone", "```js\nawait 1;\n```\n\nText.", 7, "a program without an output"],
    ["an unknown word", "```js offlin\nawait 1;\n```", 7, 'unknown word "offlin" on a program'],
    ["a word that comes twice", "```js exit=1 exit=2\nx\n```", 7, '"exit" comes twice'],
    ["an exit that is no code", "```js exit=x\nx\n```", 7, "exit must be a whole number"],
    ["a value for a bare word", "```js offline=yes\nx\n```", 7, '"offline" takes no value'],
    [
      "a partial output without a line",
      "```js\nx\n```\n```text output=partial\n\n```",
      10,
      "has no line",
    ],
    ["an unknown form of output", "```js\nx\n```\n```text output=some\n```", 10, "output=partial"],
    [
      "an output of broken JSON",
      "```js\nx\n```\n```json output\n{\n```",
      10,
      "the output is no JSON",
    ],
    ["an unknown state", '```sh state="no-money"\nx\n```', 7, 'unknown state "no-money"'],
    ["a state that is continued", '```sh state="no-credits" continues\nx\n```', 7, "cannot both"],
    ["an unknown webhook", '```js receives="sms.lost"\nx\n```', 7, 'unknown webhook "sms.lost"'],
    [
      "a receiver in the shell",
      '```sh receives="sms.failed"\nx\n```',
      7,
      "a receiver is written in",
    ],
    ["a path without a receiver", '```js path="/x"\nx\n```', 7, 'receives="…"'],
    ["a clock of another kind", "```js clock=slow\nx\n```", 7, "clock=running"],
    ["PHP without its tag", "```php\necho 1;\n```", 7, "begins with <?php"],
    ["nothing to continue", "```sh continues\nx\n```", 7, "no program stands before it"],
    [
      "a server that is continued",
      "```sh serves\nx\n```\n```text output\n```\n\nText.\n\n```sh continues\nx\n```",
      15,
      "a server cannot be continued",
    ],
    ["tabs in another order", "```php\n<?php\n```\n```js\nx\n```", 10, "tabs stand in the order"],
    [
      "a test that a runner is not told to run",
      '```js file="a.test.js"\nx\n```\n```sh\nnpx vitest run other.test.js\n```\n```text output\n```',
      7,
      "nothing runs it",
    ],
    ["a file that nothing uses", '```js file="sms.js"\nx\n```', 7, "nothing runs it"],
    [
      "a file named only before it",
      `\`\`\`sh\ncat sms.txt\n\`\`\`\n\`\`\`text output\n\`\`\`\n\n\`\`\`txt file="sms.txt"\nx\n\`\`\``,
      13,
      "nothing runs it",
    ],
    [
      "a file outside of the folder",
      '```js file="../x.js"\nx\n```',
      7,
      "must stay in the working folder",
    ],
    [
      "an unknown package of npm",
      "```sh install\nnpm install @getclickmedia/sms\n```",
      8,
      "the package @getclickmedia/sms is not installed",
    ],
    [
      "a package of this repository that is in no registry",
      "```sh install\nnpm install @getclickmedia/sms-test-tools\n```",
      8,
      "the package @getclickmedia/sms-test-tools is not installed",
    ],
    [
      "an unknown package of pip",
      "```sh install\n# Python\npip install getclickmedia requestss\n```",
      9,
      "the package requestss is not installed",
    ],
    [
      "an unknown package of Composer",
      "```sh install\ncomposer require getclickmedia/sms\n```",
      8,
      "the package getclickmedia/sms is not installed",
    ],
    [
      "another command in an install",
      "```sh install\nrm -r x\n```",
      8,
      "may only have npm install",
    ],
    ["steps of an unknown file", '```yaml file="ci.yaml" steps\na: 1\n```', 7, "steps are of"],
  ])("is %s", (_, text, line, says) => {
    const [first] = problemsOf(text).filter((each) => each.includes(says));
    expect(first, problemsOf(text).join("\n")).toMatch(new RegExp(`^pages/test\\.md:${line}: `));
  });

  test("says nothing more of what belongs to a fence of no kind", () => {
    expect(problemsOf("```javascript\nx\n```\n\n```text output\n1\n```")).toHaveLength(1);
  });

  test.each([
    ["is missing", "# Title", "the page has no front matter"],
    ["lacks a title", "---\ndescription: d\ngroup: g\norder: 1\n---", "needs title as text"],
    ["has an unknown field", "---\ntitel: t\n---", 'unknown field "titel"'],
    [
      "names no plan",
      "---\ntitle: t\ndescription: d\ngroup: g\norder: 1\nplan: Big\n---",
      "plan in the front matter must be one of",
    ],
    [
      "names no server",
      "---\ntitle: t\ndescription: d\ngroup: g\norder: 1\nserver: real\n---",
      "must be mock or sandbox",
    ],
  ])("is a front matter that %s", (_, markdown, says) => {
    const [problem] = readPage(markdown, "pages/test.md").problems.map(problemLine);
    expect(problem).toContain("pages/test.md:1: ");
    expect(problem).toContain(says);
  });
});

describe("a line that installs", () => {
  test("may have our packages, those of the tests, versions and options", () => {
    expect(
      problemsOf(`\`\`\`sh install
# Node.js
npm install --save-dev @getclickmedia/sms-sandbox@1 vitest

pip install "getclickmedia>=1" pytest
composer require getclickmedia/sms-php:^1
\`\`\``),
    ).toEqual([]);
  });
});

describe("a file", () => {
  test.each([
    ["named by a program", "shop.mjs", "sh\nnode shop.mjs"],
    ["imported by a program", "shop.mjs", 'js\nimport { a } from "./shop.mjs";'],
    ["imported as a module of Python", "shop.py", "python\nfrom shop import a"],
    ["found by a test runner", "sms.test.ts", "sh\nnpx vitest run"],
  ])("is used where it is %s", (_, path, program) => {
    expect(
      problemsOf(
        `\`\`\`js file="${path}"\nx\n\`\`\`\n\n\`\`\`${program}\n\`\`\`\n\`\`\`text output\n\`\`\``,
      ),
    ).toEqual([]);
  });
});

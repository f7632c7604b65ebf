import { expect, test } from "vitest";
import { surfaceChanges } from "./surface-changes.ts";

const python = `## getclickmedia

\`\`\`python
class SmsClient
    def send() -> SendResponse
        required to: str
        unicode: bool | None = None
    def close() -> None

type Plan
    | Literal['Starter']
    | str
\`\`\`
`;

const node = `## API Report File

\`\`\`ts

// @public
export interface Hooks {
    onRequest?: (() => void) | undefined;
    retry(id: string): Promise<void>;
    stop(): void;
}

// @public
export type Outcome = {
    status: "accepted";
    response: Answer;
} | {
    status: "unknown";
};

// (No @packageDocumentation comment for this package)

\`\`\`
`;

const php = `## sms-php

interface Transport
    public const LIMIT = 1
    public function exchange(): Response
        required 1 Request $request

abstract class Base
    public function send(): Answer
        1 ?bool $unicode = null
        2 ?string $at = null
`;

/** What becomes of a report of which a part is replaced. */
function changed(report: string, part: string, by: string) {
  expect(report).toContain(part);
  const { needs, removed, added } = surfaceChanges(
    { "a.api.md": report },
    { "a.api.md": report.replace(part, by) },
  );
  return {
    needs,
    removed: removed.map(({ path }) => path.at(-1)),
    added: added.map(({ path }) => path.at(-1)),
  };
}

test.each([
  ["nothing", python, "", "", undefined],
  ["a note", node, "// @public", "// @beta", undefined],
  [
    "a new class",
    python,
    "type Plan",
    "class Other\n    def go() -> None\n        required x: int\n\ntype Plan",
    "minor",
  ],
  [
    "a new method",
    python,
    "    def close",
    "    def open() -> None\n        required x: int\n    def close",
    "minor",
  ],
  [
    "an argument that may be left out",
    python,
    "    def close",
    "        tag: str = ''\n    def close",
    "minor",
  ],
  ["one more value of a type", python, "    | str", "    | Literal['Growth']\n    | str", "minor"],
  [
    "a new member of an interface",
    node,
    "    onRequest",
    "    onRetry?: (() => void) | undefined;\n    onRequest",
    "minor",
  ],
  [
    "one more argument that may be left out",
    node,
    "retry(id: string)",
    "retry(id: string, reason?: string)",
    "minor",
  ],
  ["a first argument that may be left out", node, "stop()", "stop(reason?: string)", "minor"],
  ["an argument that has to be given", node, "stop()", "stop(reason: string)", "major"],
  [
    "one more argument that may be left out, and another type of the first",
    node,
    "retry(id: string)",
    "retry(id: Id, reason?: string)",
    "major",
  ],
  [
    "one more argument that may be left out, and another result",
    node,
    "stop(): void",
    "stop(reason?: string): boolean",
    "major",
  ],
  [
    "one more alternative",
    node,
    "};\n\n// (No",
    '} | {\n    status: "other";\n};\n\n// (No',
    "minor",
  ],
  [
    "a required argument of a known method",
    python,
    "        unicode",
    "        required tag: str\n        unicode",
    "major",
  ],
  ["a method that is gone", python, "    def close() -> None\n", "", "major"],
  ["a value that is gone", python, "    | Literal['Starter']\n", "", "major"],
  ["another type of a result", python, "-> SendResponse", "-> Answer", "major"],
  ["another default", python, "= None", "= False", "major"],
  [
    "an argument that is required now",
    python,
    "unicode: bool | None = None",
    "required unicode: bool",
    "major",
  ],
  [
    "a member that another alternative has now",
    node,
    "    response: Answer;\n} | {",
    "} | {\n    response: Answer;",
    "major",
  ],
  ["a member that may not be left out any more", node, "onRequest?:", "onRequest:", "major"],
  [
    "a member that an interface demands",
    node,
    "    onRequest",
    "    name: string;\n    onRequest",
    "major",
  ],
  [
    "a method that an interface demands",
    node,
    "    onRequest",
    "    close(): void;\n    onRequest",
    "major",
  ],
  [
    "a method of an interface that may be left out",
    node,
    "    onRequest",
    "    close?(): void;\n    onRequest",
    "minor",
  ],
  [
    "a member that an alternative demands",
    node,
    "    response",
    "    readonly id: string;\n    response",
    "major",
  ],
  ["something behind the end of a type", node, "};\n\n// (No", "} | undefined;\n\n// (No", "major"],
  ["a list instead of one", node, "};\n\n// (No", "}[];\n\n// (No", "major"],
  [
    "a type that demands more",
    node,
    "};\n\n// (No",
    "} & {\n    id: string;\n};\n\n// (No",
    "major",
  ],
  [
    "a new method of a class with an argument over several lines",
    `export class Client {\n    close(): void;\n}\n`,
    "    close",
    "    open(input: {\n        id: string;\n    }): void;\n    close",
    "minor",
  ],
  [
    "another type of a result, behind an argument over several lines",
    `export function count(input: {\n    id: string;\n}): number;\n`,
    "}): number",
    "}): string",
    "major",
  ],
  [
    "a method that a PHP interface demands",
    php,
    "    public function exchange",
    "    public function close(): void\n    public function exchange",
    "major",
  ],
  [
    "a constant of a PHP interface",
    php,
    "    public function exchange",
    "    public const OTHER = 2\n    public function exchange",
    "minor",
  ],
  [
    "a method that an abstract class demands",
    php,
    "    public function send",
    "    abstract public function close(): void\n    public function send",
    "major",
  ],
  [
    "an argument before one that may be left out",
    php,
    "        1 ?bool $unicode = null\n        2 ?string $at = null",
    "        1 ?int $tag = null\n        2 ?bool $unicode = null\n        3 ?string $at = null",
    "major",
  ],
  [
    "arguments that have changed places",
    php,
    "        1 ?bool $unicode = null\n        2 ?string $at = null",
    "        1 ?string $at = null\n        2 ?bool $unicode = null",
    "major",
  ],
  [
    "a last argument that may be left out",
    php,
    "= null\n        2 ?string $at = null",
    "= null\n        2 ?string $at = null\n        3 ?int $tag = null",
    "minor",
  ],
  ["an argument by reference", php, "$at = null", "&$at = null", "major"],
] as const)("%s", (_, report, part, by, needs) => {
  expect(changed(report, part, by).needs).toBe(needs);
});

test("the order of declarations does not matter, their names do", () => {
  const [head = "", first = "", second = ""] = [
    "",
    "class A\n    x: int\n",
    "class B\n    y: int\n",
  ];
  const report = (...blocks: string[]) => ({ "a.api.md": [head, ...blocks].join("\n") });
  expect(surfaceChanges(report(first, second), report(second, first)).needs).toBeUndefined();
  expect(surfaceChanges(report(first), report("class A\n    y: int\n")).needs).toBe("major");
  const moved = report("class A\n    y: int\n", "class B\n    x: int\n");
  expect(surfaceChanges(report(first, second), moved).needs).toBe("major");
});

test("an alternative belongs to its declaration", () => {
  const type = (name: string, ...more: string[]) =>
    `type ${name} = {\n    a: 1;\n${more.join("")}};\n`;
  const other = "} | {\n    b: 2;\n";
  const before = { "a.api.md": `${type("One", other)}\n${type("Two")}` };
  const after = { "a.api.md": `${type("One")}\n${type("Two", other)}` };
  expect(surfaceChanges(before, after).needs).toBe("major");
});

test("of what has changed as a whole only the first line is told", () => {
  expect(changed(python, "def send()", "async def send()")).toEqual({
    needs: "major",
    removed: ["def send() -> SendResponse"],
    added: ["async def send() -> SendResponse"],
  });
});

test("files and headings are told apart", () => {
  const text = "## one\n\nclass A\n\n## two\n\nclass B\n";
  expect(surfaceChanges({ a: text }, { b: text }).needs).toBe("major");
  expect(surfaceChanges({ a: text }, { a: text.replace("one", "three") }).needs).toBe("major");
});

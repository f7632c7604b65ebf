import { execFileSync } from "node:child_process";
import { findTool } from "@getclickmedia/sms-test-tools";
import { expect, test } from "vitest";
import { literal } from "./literal.ts";

test("short values stand on a line, long ones on lines of their own", () => {
  expect(literal({ a: 1, b: [true, null, "it's"] })).toBe(
    `['a' => 1, 'b' => [true, null, 'it\\'s']]`,
  );
  expect(literal({ a: "x".repeat(60), b: "y" })).toBe(
    `[\n    'a' => '${"x".repeat(60)}',\n    'b' => 'y',\n]`,
  );
});

test("what would not be seen is written as an escape", () => {
  expect(literal("a\n")).toBe('"a\\u{a}"');
  expect(literal('\u00a0$"')).toBe('"\\u{a0}\\$\\""');
  expect(literal("a b—é")).toBe("'a b—é'");
});

const php = findTool("php") ?? "";
test.skipIf(!php)("PHP reads what was written", () => {
  const values = [
    "\\",
    "'",
    "\\'",
    '"$a {$b} \\n"\n',
    "\u2028\u200b\ud83d\ude00",
    "\0\x1b",
    { "sms.sent": [1.5, -3, [], {}], "0": { a: false } },
  ];
  for (const value of values) {
    const program = `echo json_encode(${literal(value)}, JSON_UNESCAPED_UNICODE);`;
    const printed = execFileSync(php, ["-r", program.replaceAll("\0", "")], { encoding: "utf8" });
    expect(JSON.parse(printed.replaceAll("{}", "[]"))).toEqual(
      JSON.parse(JSON.stringify(value).replaceAll("{}", "[]")),
    );
  }
});

import type { SdkModel } from "@getclickmedia/sms-sdk-model";
import { expect, test } from "vitest";
import { Prose } from "./prose.ts";

const field = {
  type: { kind: "string" },
  required: true,
  nullable: false,
  description: "",
} as const;
const prose = new Prose({
  operations: [{ id: "getStatus" }],
  objects: [{ name: "Any", description: "", fields: [{ name: "messageId", ...field }] }],
} as unknown as SdkModel);

test("names and values are those of Python, and links within the document are plain", () => {
  const text =
    "Keep `messageId`, ask [getStatus](#operation/getStatus): `null` or `other`, not messageId.";
  expect(prose.docstring([text])).toBe(
    '"""Keep `message_id`, ask `get_status`: `None` or `other`, not messageId."""',
  );
});

test("lines are broken anew, but for those of lists", () => {
  const long = "word ".repeat(30).trim();
  expect(prose.docstring([`One\nline.\n\n${long}`, "- a\n- b", "Args:\n    x: y"], "    ")).toBe(
    `    """One line.

    ${"word ".repeat(18).trim()}
    ${"word ".repeat(12).trim()}

    - a
    - b

    Args:
        x: y
    """`,
  );
});

test("a line of an entry that goes on is indented further", () => {
  const entry = prose.entry("name", "word ".repeat(25).trim());
  const [first, second] = prose
    .docstring(["Args:", entry].join("\n") ? [`Args:\n${entry}`] : [])
    .split("\n")
    .slice(1);
  expect(first).toMatch(/^ {4}name: word/);
  expect(second).toMatch(/^ {8}word/);
});

test("a quotation at an end does not join the marks of the docstring", () => {
  expect(prose.docstring(['"Hi" is said'])).toBe('""" "Hi" is said"""');
  expect(prose.docstring(['Say "Hi"'])).toBe('"""Say "Hi" """');
  expect(prose.docstring(['Say "Hi"', 'or "Ho"'])).toBe('"""Say "Hi"\n\nor "Ho"\n"""');
});

test("what would end the docstring or escape is harmless", () => {
  expect(prose.docstring(['A """ and a \\.'])).toBe(`"""A ''' and a \\\\."""`);
});

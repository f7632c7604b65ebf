import { afterEach, expect, test, vi } from "vitest";
import { refuseOldNode } from "./refuse-old-node.ts";

afterEach(() => vi.restoreAllMocks());

function refused(range: string): string[] {
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
  refuseOldNode("gcm-some", range);
  expect(exit.mock.calls).toEqual(lines.map(() => [1]));
  return lines;
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

test.each([`>=${major}.${minor}`, `>=${major}`, `>=${major - 1}.${minor + 1}`])(
  "a Node that satisfies %s goes on",
  (range) => expect(refused(range)).toEqual([]),
);

test.each([`>=${major}.${minor + 1}`, `>=${major + 1}.0`])(
  "a Node older than %s ends with one line",
  (range) => {
    expect(refused(range)).toEqual([
      `gcm-some: needs Node ${range}, and this is ${process.version}.`,
    ]);
  },
);

import { isDeepStrictEqual } from "node:util";
import type { ExpectedOutput } from "./page.ts";

/** How what a program wrote differs from what the page says, line by line; `undefined` where it does not. */
export function outputDifference(expected: ExpectedOutput, actual: string): string | undefined {
  if (expected.partial) return missingLines(expected.text, actual);
  if (expected.syntax === "json") return jsonDifference(expected.text, actual);
  return textDifference(expected.text, actual);
}

function jsonDifference(expected: string, actual: string): string | undefined {
  let values: [unknown, unknown];
  try {
    values = [JSON.parse(expected), JSON.parse(actual)];
  } catch {
    return textDifference(expected, actual);
  }
  const [wanted, got] = values;
  return isDeepStrictEqual(wanted, got) ? undefined : lineDifference(pretty(wanted), pretty(got));
}

function textDifference(expected: string, actual: string): string | undefined {
  const [wanted, got] = [trimmed(expected), trimmed(actual)];
  return isDeepStrictEqual(wanted, got) ? undefined : lineDifference(wanted, got);
}

function pretty(value: unknown): string[] {
  return JSON.stringify(value, null, 2).split("\n");
}

/** The lines without the white space at their ends, and without empty ones at the end of all. */
function trimmed(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());
}

function missingLines(expected: string, actual: string): string | undefined {
  const lines = trimmed(actual).map((line) => line.trim());
  let from = 0;
  for (const line of trimmed(expected).filter((each) => each !== "")) {
    const at = lines.indexOf(line.trim(), from);
    if (at === -1)
      return `expected this line, behind those before it:\n- ${line}\nwritten:\n${bounded(lines.map((each) => `  ${each}`))}`;
    from = at + 1;
  }
  return undefined;
}

/** What both have at the beginning and at the end is shown as it is, what is between with - and +. */
function lineDifference(expected: string[], actual: string[]): string {
  let start = 0;
  while (start < expected.length && start < actual.length && expected[start] === actual[start])
    start += 1;
  let end = 0;
  while (
    end < expected.length - start &&
    end < actual.length - start &&
    expected.at(-1 - end) === actual.at(-1 - end)
  )
    end += 1;
  return [
    "expected (-), written (+):",
    ...expected.slice(Math.max(0, start - 3), start).map((line) => `  ${line}`),
    bounded(expected.slice(start, expected.length - end).map((line) => `- ${line}`)),
    bounded(actual.slice(start, actual.length - end).map((line) => `+ ${line}`)),
    ...expected.slice(expected.length - end, expected.length - end + 3).map((line) => `  ${line}`),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const mostLines = 40;

function bounded(lines: string[]): string {
  if (lines.length <= mostLines) return lines.join("\n");
  return [...lines.slice(0, mostLines), `  … and ${lines.length - mostLines} more lines`].join(
    "\n",
  );
}

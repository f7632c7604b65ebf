import { literalPattern } from "./literal-pattern.ts";
import type { Page, SampleFile } from "./page.ts";

/** Files that no later program, file or step of the page names. */
export function unusedFiles({ files, runnables }: Page): SampleFile[] {
  const steps = new Set(runnables.flatMap((each) => (each.kind === "steps" ? each.path : [])));
  return files.filter((file) => {
    if (steps.has(file.path)) return false;
    const later = [...runnables, ...files].filter((each) => each.line > file.line);
    return !later.some(({ text }) => names(text, file.path) || picksUp(text, file.path));
  });
}

/** Whether a text has the name of a file, or imports it as a module. */
function names(text: string, path: string): boolean {
  const name = path.split("/").at(-1) ?? path;
  if (text.includes(name)) return true;
  const stem = name.replace(/\.[^.]+$/, "");
  return new RegExp(`(?:from|import|require)\\b[^\\n]*\\b${literalPattern(stem)}\\b`).test(text);
}

// Test runners find their files by themselves, unless they are told which to run.
const runners: [command: RegExp, file: RegExp][] = [
  [/\bvitest\b|\bnode --test\b/, /\.test\.[cm]?[jt]s$/],
  [/\bpytest\b/, /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/],
  [/\bphpunit\b/, /Test\.php$|phpunit\.xml/],
  // npm and pip read their own.
  [/\bnpm (?:test|run|ci|install)\b/, /(?:^|\/)package(?:-lock)?\.json$/],
  [/\bpip install -r\b/, /requirements[^/]*\.txt$/],
];

function picksUp(text: string, path: string): boolean {
  return text
    .split("\n")
    .some((line) =>
      runners.some(
        ([command, file]) =>
          command.test(line) &&
          file.test(path) &&
          !line.split(/\s+/).some((word) => file.test(word)),
      ),
    );
}

import ts from "typescript";
import type { SampleEnvironment } from "./environment.ts";
import type { Page, Problem } from "./page.ts";
import { createWorkingFolder } from "./working-folder.ts";

// JavaScript passes over an option or a field that nobody knows, so that running a sample does not show it. These
// are the complaints of TypeScript about names; the others would ask samples to be written for a compiler.
const aboutNames = new Set([
  2305, // a module has no such export
  2724, // the same, with a similar name
  2339, // an object has no such property
  2551, // the same, with a similar name
  2353, // an object has no such option
  2561, // the same, with a similar name
]);

/** The names in the JavaScript and TypeScript of a page that the types of what it imports do not have. */
export async function typeProblems(page: Page, environment: SampleEnvironment): Promise<Problem[]> {
  const fences = [
    ...page.runnables.flatMap((each) => (each.kind === "program" ? [each] : [])),
    ...page.files,
  ].filter(({ syntax }) => ["js", "ts"].includes(syntax));
  if (fences.length === 0) return [];
  const folder = await createWorkingFolder(environment);
  try {
    const lines = new Map<string, number>();
    for (const { line, text, syntax } of fences) {
      lines.set(await folder.write(`${line}.m${syntax}`, text), line);
    }
    const program = ts.createProgram([...lines.keys()], {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      allowImportingTsExtensions: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ESNext,
      types: ["node"],
      typeRoots: [`${environment.nodeModules}/@types`],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .filter(({ code }) => aboutNames.has(code))
      .flatMap(({ file, start = 0, messageText }) => {
        const line = file && lines.get(file.fileName);
        if (!line) return [];
        const offset = file.getLineAndCharacterOfPosition(start).line;
        const message = ts.flattenDiagnosticMessageText(messageText, " ");
        return [{ file: page.file, line: line + 1 + offset, message }];
      })
      .sort((one, other) => one.line - other.line);
  } finally {
    await folder.remove();
  }
}

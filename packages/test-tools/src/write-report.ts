import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type ToolName, tools } from "./test-tools.ts";

/**
 * Writes a report that a program makes. Where the program is missing there is no text, and one line says that the report
 * stays what it was.
 * @param what what the report tells, as `the PHP SDK's public API`.
 */
export function writeReport(
  file: string,
  text: string | undefined,
  { tool, what }: { tool: ToolName; what: string },
): void {
  if (text === undefined) {
    console.warn(
      `${tool} was not found: the report of ${what} is left as it is. ${tools[tool].install}`,
    );
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

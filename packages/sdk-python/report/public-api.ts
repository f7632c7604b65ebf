import { fileURLToPath } from "node:url";
import { findTool, pythonEnvironment, run } from "@getclickmedia/sms-test-tools";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Where the report of the public API is committed. */
export const reportFile: string = `${folder}api/getclickmedia.api.md`;

/**
 * What is public in the package, or nothing where there is no Python to ask.
 * @throws Error when the report cannot be made, with what Python said.
 */
export async function publicApi(): Promise<string | undefined> {
  const interpreter = findTool("python3");
  if (!interpreter) return undefined;
  const python = pythonEnvironment(
    `${folder}.venv-report`,
    `${folder}requirements-report.txt`,
    interpreter,
  );
  const { status, output } = await run([python, `${folder}report/public_api.py`, `${folder}src`]);
  if (status !== 0) throw new Error(`report/public_api.py failed.\n${output}`);
  return output;
}

import { fileURLToPath } from "node:url";
import { findTool, run } from "@getclickmedia/sms-test-tools";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Where the report of the public API is committed. */
export const reportFile: string = `${folder}api/sms-php.api.md`;

/**
 * What is public in the package, or nothing where there is no PHP to ask.
 * @throws Error when the report cannot be made, with what PHP said.
 */
export async function publicApi(): Promise<string | undefined> {
  const php = findTool("php");
  if (!php) return undefined;
  const { status, output } = await run([
    ...[php, "-d", "display_errors=stderr", "-d", "error_reporting=-1"],
    ...[`${folder}report/public-api.php`, `${folder}src`],
  ]);
  if (status !== 0) throw new Error(`report/public-api.php failed.\n${output}`);
  return output;
}

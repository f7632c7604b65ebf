import { run } from "@getclickmedia/sms-test-tools";
import { ReleaseFault } from "../release-fault.ts";

/**
 * Runs a program to its end and says what it printed.
 * @throws ReleaseFault with what it printed, when it ends with another code than 0.
 */
export async function command(
  line: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { status, output } = await run(line, options);
  if (status === 0) return output;
  const where = options.cwd ? ` in ${options.cwd}` : "";
  throw new ReleaseFault(`\`${line.join(" ")}\`${where} failed.\n${output}`);
}

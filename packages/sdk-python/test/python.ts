import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findTool } from "@getclickmedia/sms-test-tools";

/** The folder of this package. */
export const folder: string = fileURLToPath(new URL("..", import.meta.url));

/** The virtual environment with all that the tests need. */
export const environment = `${folder}.venv`;

/** Python in that environment. */
export const python = `${environment}/bin/python`;

/** Whether the machine has a Python that is new enough to make the environment with. */
export const hasPython: boolean = newEnough() !== undefined;

/** The machine's Python, unless it has none that the SDK runs on. */
export function newEnough(): string | undefined {
  const found = findTool("python3");
  if (!found) return undefined;
  const { status } = spawnSync(found, ["-c", "import sys; sys.exit(sys.version_info < (3, 10))"]);
  return status === 0 ? found : undefined;
}

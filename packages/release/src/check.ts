import { ReleaseFault } from "./release-fault.ts";
import { surfaceFaults } from "./surface/surface-faults.ts";
import { keptFaults } from "./versions/kept-faults.ts";
import { versionFaults } from "./versions/version-faults.ts";

/**
 * Says whether the repository could be released as it stands.
 * @throws ReleaseFault with everything that is not in step.
 */
export async function check(root: string): Promise<void> {
  const faults = [...versionFaults(root), ...keptFaults(root), ...(await surfaceFaults(root))];
  if (faults.length > 0) throw new ReleaseFault(faults.join("\n\n"));
  console.log("All versions are in step, and every change of a public API is told.");
}

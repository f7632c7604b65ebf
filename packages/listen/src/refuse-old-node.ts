/**
 * Ends a program with one line on a Node that is older than it needs. Call it before anything is loaded that
 * fails there with a message that explains nothing.
 * @param program its name, as `gcm-mock`.
 * @param range what its `package.json` has under `engines`, as `>=24.18`.
 */
export function refuseOldNode(program: string, range: string): void {
  const [major = 0, minor = 0] = range.replace(">=", "").split(".").map(Number);
  const [nodeMajor = 0, nodeMinor = 0] = process.versions.node.split(".").map(Number);
  if (nodeMajor > major || (nodeMajor === major && nodeMinor >= minor)) return;
  console.error(`${program}: needs Node ${range}, and this is ${process.version}.`);
  process.exit(1);
}

// Compares many pairs of files with the command `redocly diff`, in one process because most of what a run takes is
// its start. The command line is the only interface that it has: its entry is loaded anew for each pair, with the
// arguments of that pair. Arguments: the entry, a folder with 0/base.json, 0/head.json, 1/base.json and so on, and
// the number of pairs.
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const [entry = "", folder = "", count = ""] = process.argv.slice(2);

enableCompileCache();
for (let pair = 0; pair < Number(count); pair++) {
  const at = `${folder}/${pair}`;
  const report = `${at}/report.json`;
  process.argv.splice(2, Number.POSITIVE_INFINITY);
  process.argv.push("diff", `${at}/base.json`, `${at}/head.json`);
  process.argv.push("--format", "json", "--output", report, "--fail-on", "none");
  await import(`${pathToFileURL(entry)}?pair=${pair}`);
  // It goes on by itself after it is loaded. When it is through, well or not, it says how this process shall exit.
  while (process.listenerCount("beforeExit") === 0) await setTimeout(1);
  process.removeAllListeners("beforeExit");
  if (!existsSync(report)) process.exit(1);
}

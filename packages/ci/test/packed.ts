import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "@getclickmedia/sms-test-tools";
import { root } from "./composite-action.ts";

/** Packs the sandbox, and the packages of this repository that it needs, as they would be published. */
export async function packSandbox(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "packed-"));
  const { status, output } = await run(
    [
      ...["pnpm", "--recursive", "--filter-prod", "@getclickmedia/sms-sandbox..."],
      ...["pack", "--pack-destination", folder],
    ],
    { cwd: root },
  );
  if (status !== 0) throw new Error(`pnpm pack failed: ${output}`);
  return (await readdir(folder)).map((name) => join(folder, name));
}

import { join } from "node:path";
import { readMembers } from "../../members.ts";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";

/** Packs every npm package as `pnpm publish` would, so that what is published is this very file. */
export async function packNpm(root: string, folder: string): Promise<Artefact[]> {
  const artefacts: Artefact[] = [];
  for (const member of readMembers(root).filter(({ registry }) => registry === "npm")) {
    const printed = await command(["pnpm", "pack", "--pack-destination", folder, "--json"], {
      cwd: join(root, member.folder),
    });
    const { name, version, filename } = JSON.parse(printed) as Record<string, string>;
    if (!(name && version && filename)) throw new Error(`pnpm pack printed ${printed}`);
    artefacts.push({ target: "npm", name, version, file: filename });
  }
  return artefacts;
}

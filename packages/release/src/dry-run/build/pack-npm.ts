import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Member, readMembers } from "../../members.ts";
import type { Artefact } from "../artefact.ts";
import { command } from "../command.ts";
import { dependenciesFirst, type Needing } from "./dependencies-first.ts";

/**
 * Packs every npm package as `pnpm publish` would, so that what is published is this very file.
 * @returns them in the order in which they can be published.
 */
export async function packNpm(root: string, folder: string): Promise<Artefact[]> {
  const members = readMembers(root).filter(({ registry }) => registry === "npm");
  const artefacts: Artefact[] = [];
  for (const member of dependenciesFirst(members.map((each) => withNeeds(root, each)))) {
    const printed = await command(["pnpm", "pack", "--pack-destination", folder, "--json"], {
      cwd: join(root, member.folder),
    });
    const { name, version, filename } = JSON.parse(printed) as Record<string, string>;
    if (!(name && version && filename)) throw new Error(`pnpm pack printed ${printed}`);
    artefacts.push({ target: "npm", name, version, file: filename });
  }
  return artefacts;
}

function withNeeds(root: string, member: Member): Member & Needing {
  const text = readFileSync(join(root, member.folder, "package.json"), "utf8");
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(text) as Record<string, object>;
  return { ...member, needs: Object.keys({ ...peerDependencies, ...dependencies }) };
}

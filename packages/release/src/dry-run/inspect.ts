import { statSync } from "node:fs";
import { join } from "node:path";
import type { Artefact, Checked } from "./artefact.ts";
import { npmFaults } from "./contents/npm-faults.ts";
import {
  collectionFaults,
  documentFaults,
  phpFaults,
  pythonFaults,
  siteFaults,
} from "./contents/other-faults.ts";
import { type Contents, unpack } from "./contents/unpack.ts";
import type { Artefacts, Programs, Release } from "./make-artefacts.ts";

/** What was found in the files of a release. */
export interface Inspection {
  checked: Checked[];
  /** What must not be published so, a sentence for each. */
  faults: string[];
  /** Where the site is unpacked. */
  site: string;
}

/**
 * Looks into every file of a release.
 * @param work An empty folder to unpack them in.
 */
export async function inspect(
  artefacts: Artefacts,
  { root }: Release,
  { python3 }: Programs,
  work: string,
): Promise<Inspection> {
  const ours = artefacts.npm.map(({ name }) => name);
  const archives: [Artefact[], FaultsOf][] = [
    [artefacts.npm, (artefact, contents) => npmFaults(artefact, contents, ours, root)],
    [artefacts.python, (artefact, contents) => pythonFaults(artefact, contents, root)],
    [artefacts.php, (_, contents) => phpFaults(contents, root)],
    [artefacts.site, (_, contents) => siteFaults(contents, root)],
  ];
  const inspection: Inspection = { checked: [], faults: [], site: "" };
  for (const [group, faultsOf] of archives) {
    for (const artefact of group) {
      const folder = join(work, `${inspection.checked.length}`);
      const contents = await unpack(artefact.file, folder, python3);
      note(inspection, artefact, await faultsOf(artefact, contents), contents);
      if (artefact.target === "Pages") inspection.site = folder;
    }
  }
  for (const document of artefacts.documents) note(inspection, document, documentFaults(document));
  for (const file of artefacts.collection) note(inspection, file, collectionFaults(file));
  for (const notes of artefacts.notes) note(inspection, notes, []);
  return inspection;
}

type FaultsOf = (artefact: Artefact, contents: Contents) => string[] | Promise<string[]>;

function note(
  { checked, faults }: Inspection,
  artefact: Artefact,
  found: string[],
  contents?: Contents,
): void {
  faults.push(...shortened(found).map((fault) => `${artefact.name} ${fault}.`));
  checked.push(asChecked(artefact, contents));
}

/** How many faults of one artefact are told: one mistake, such as a wrong entry of `files`, can make one for each file. */
const told = 5;

/** The first faults of an artefact, and how many more there are. */
export function shortened(faults: string[]): string[] {
  if (faults.length <= told + 1) return faults;
  return [...faults.slice(0, told), `has ${faults.length - told} more faults`];
}

/** An artefact whose contents were looked at. */
export function asChecked(artefact: Artefact, contents?: Contents): Checked {
  const packed = statSync(artefact.file).size;
  const unpacked = contents?.size ?? packed;
  const files = contents?.paths.length ?? 1;
  return { ...artefact, packed, unpacked, files, tried: ["contents"] };
}

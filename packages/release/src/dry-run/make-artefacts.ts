import type { Artefact } from "./artefact.ts";
import { archivePhp } from "./build/archive-php.ts";
import { buildPython } from "./build/build-python.ts";
import { copyFiles, packSite, writeNotes } from "./build/copy-files.ts";
import { packNpm } from "./build/pack-npm.ts";

/** What a release is made of. */
export interface Release {
  /** The root of the repository. */
  root: string;
  /** Where its files are written. */
  folder: string;
  version: string;
}

/** The programs that are needed and that npm does not bring; what is not there is left out. */
export interface Programs {
  python3?: string;
  php?: string;
  composer?: string;
}

/** The files of a release, by what they are. */
export interface Artefacts {
  npm: Artefact[];
  python: Artefact[];
  php: Artefact[];
  site: Artefact[];
  documents: Artefact[];
  collection: Artefact[];
  notes: Artefact[];
}

/** Makes the files of a release from what is built. */
export async function makeArtefacts(
  release: Release,
  { python3, php, composer }: Programs,
): Promise<Artefacts> {
  const files = copyFiles(release.root, release.folder, release.version);
  const isCollection = ({ name }: Artefact) => name.startsWith("Postman");
  return {
    npm: await packNpm(release.root, release.folder),
    python: python3 ? await buildPython(release, python3) : [],
    php: php && composer ? await archivePhp(release, composer) : [],
    site: await packSite(release.root, release.folder, release.version),
    documents: files.filter((file) => !isCollection(file)),
    collection: files.filter(isCollection),
    notes: [writeNotes(release.root, release.folder, release.version)],
  };
}

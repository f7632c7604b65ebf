/** A file that a release publishes. */
export interface Artefact {
  /** Where to. */
  target: "npm" | "PyPI" | "Packagist" | "Pages" | "GitHub release";
  /** What it is called there. */
  name: string;
  version: string;
  /** The whole path. */
  file: string;
}

/** What was found out about an artefact. */
export interface Checked extends Artefact {
  /** In bytes. */
  packed: number;
  /** In bytes, all files together; what is no archive is as large as it is. */
  unpacked: number;
  files: number;
  /** How it was tried, in a few words each. */
  tried: string[];
}

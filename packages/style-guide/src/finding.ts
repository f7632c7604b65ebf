/** One fault of the description: where it is, what is wrong and what to do. The shape that Spectral expects of a function. */
export interface Finding {
  message: string;
  path: Path;
}

export type Path = (string | number)[];

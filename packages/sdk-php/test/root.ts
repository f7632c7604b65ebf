import { dirname } from "node:path";

/** The folder of this package. */
export const root: string = dirname(import.meta.dirname);

import { fileURLToPath } from "node:url";

/** The root of the repository that this package is in. */
export const root: string = fileURLToPath(new URL("../../..", import.meta.url));

import { fileURLToPath } from "node:url";

/** Where the built site lies. */
export const distFolder = fileURLToPath(new URL("../dist", import.meta.url));

import { mkdir, writeFile } from "node:fs/promises";
import { controlTypes, target } from "./control-types.ts";

await mkdir(new URL(".", target), { recursive: true });
await writeFile(target, await controlTypes());

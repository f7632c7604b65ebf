import { mkdir, writeFile } from "node:fs/promises";
import { readDocument } from "@getclickmedia/sms-document";
import { createVectors } from "./create-vectors.ts";

const file = new URL("../dist/vectors.json", import.meta.url);
const vectors = createVectors(await readDocument());
await mkdir(new URL(".", file), { recursive: true });
await writeFile(file, `${JSON.stringify(vectors, null, 2)}\n`);

import { folder, generatedFiles } from "./generated-files.ts";
import { writeFiles } from "./write-files.ts";

await writeFiles(folder, await generatedFiles());

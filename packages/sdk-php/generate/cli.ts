import { dirname } from "node:path";
import { generatedFiles } from "./generated-files.ts";
import { writeFiles } from "./write-files.ts";

writeFiles(dirname(import.meta.dirname), await generatedFiles());

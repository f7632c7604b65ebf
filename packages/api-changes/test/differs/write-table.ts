// Runs all differs on all fixtures and writes differs.md.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "../fixtures/index.ts";
import { otherColumns } from "./other-columns.ts";
import { ownColumns } from "./own-columns.ts";
import { writeTable } from "./table.ts";

const [redocly, gate] = ownColumns().columns;
const page = writeTable(fixtures, [redocly, ...otherColumns(), gate]);
writeFileSync(join(import.meta.dirname, "../differs.md"), page);

import { type ApiDocument, readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { catalogue } from "./catalogue.ts";
import { enums } from "./enums.ts";
import { examples } from "./examples.ts";
import { exceptions } from "./exceptions.ts";
import { events, models } from "./models.ts";
import { apiMethods, operationEnum } from "./operations.ts";
import { segmentTables } from "./segment-tables.ts";

/** The folders in which every file is generated. */
export const generatedFolders = [
  "src/Enum",
  "src/Event",
  "src/Exception/Api",
  "src/Generated",
  "src/Model",
];

/** The path of each generated file within the package, and what it must say for a document. */
export async function generatedFiles(document?: ApiDocument): Promise<Record<string, string>> {
  const model = readModel(document ?? (await readDocument()));
  return {
    ...enums(model),
    ...events(model),
    ...exceptions(model),
    ...models(model),
    "src/Generated/ApiMethods.php": apiMethods(model),
    "src/Generated/Catalogue.php": catalogue(model),
    "src/Generated/Examples.php": examples(model),
    "src/Generated/Operation.php": operationEnum(model),
    "src/Generated/SegmentTables.php": segmentTables(model),
  };
}

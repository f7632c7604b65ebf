import { readDocument } from "@getclickmedia/sms-document";
import { readModel, type SdkModel } from "@getclickmedia/sms-sdk-model";
import { answers } from "./answers.ts";
import { clientMethods } from "./client-methods.ts";
import { constants } from "./constants.ts";
import { enumTypes } from "./enums.ts";
import { errorClasses } from "./errors.ts";
import { events } from "./events.ts";
import { fakeData } from "./fake-data.ts";
import { header } from "./header.ts";
import { operations } from "./operations.ts";
import { Prose } from "./prose.ts";
import { segments } from "./segments.ts";

/** The folder that holds generated modules and nothing else. */
export const folder = new URL("../src/getclickmedia/_generated/", import.meta.url);

/** What each generated module must say, by its file's name; by default for the present document. */
export async function generatedFiles(model?: SdkModel): Promise<Record<string, string>> {
  const of = model ?? readModel(await readDocument());
  const prose = new Prose(of);
  return {
    "__init__.py": header("What is written from the OpenAPI document."),
    "answers.py": answers(of, prose),
    "async_methods.py": clientMethods(of, prose, "async"),
    "constants.py": constants(of),
    "enums.py": enumTypes(of.enums, prose),
    "errors.py": errorClasses(of, prose),
    "events.py": events(of, prose),
    "fake_data.py": fakeData(of),
    "methods.py": clientMethods(of, prose, "sync"),
    "operations.py": operations(of),
    "segments.py": segments(of),
  };
}

import { readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { constants } from "./constants.ts";
import { errorClasses, retryableCodes } from "./errors.ts";
import { examples } from "./examples.ts";
import { operationMethods } from "./operations.ts";
import { webhooks } from "./webhooks.ts";

/** Where each generated file belongs, and what it must say for the present document. */
export async function generatedFiles(): Promise<{ url: URL; text: string }[]> {
  const model = readModel(await readDocument());
  return Object.entries({
    constants: constants(model),
    errors: errorClasses(model),
    "retryable-codes": retryableCodes(model),
    operations: operationMethods(model),
    examples: examples(model),
    webhooks: webhooks(model),
  }).map(([name, text]) => ({ url: new URL(`../generated/${name}.ts`, import.meta.url), text }));
}

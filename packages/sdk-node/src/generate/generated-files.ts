import { readDocument } from "@getclickmedia/sms-document";
import { readBundle } from "./bundle.ts";
import { constants } from "./constants.ts";
import { errorClasses, retryableCodes } from "./errors.ts";
import { examples } from "./examples.ts";
import { operationMethods } from "./operations.ts";
import { webhooks } from "./webhooks.ts";

/** Where each generated file belongs, and what it must say for the present bundle. */
export async function generatedFiles(): Promise<{ url: URL; text: string }[]> {
  const document = await readDocument();
  const bundle = readBundle(document);
  return Object.entries({
    constants: constants(bundle),
    errors: errorClasses(bundle),
    "retryable-codes": retryableCodes(bundle),
    operations: operationMethods(bundle),
    examples: examples(document, bundle),
    webhooks: webhooks(document),
  }).map(([name, text]) => ({ url: new URL(`../generated/${name}.ts`, import.meta.url), text }));
}

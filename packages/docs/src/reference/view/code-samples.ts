import { sampleLanguages } from "@getclickmedia/sms-code-samples";
import { readDocument } from "@getclickmedia/sms-document";
import { readModel } from "@getclickmedia/sms-sdk-model";
import { type OpenApiDocument, operationsOf } from "../../document.ts";
import { sampleRequest } from "../../samples/sample-request.ts";
import { sdkCall } from "../../samples/sdk-call.ts";

const model = readModel(await readDocument());

/**
 * Adds a sample in each language to every operation, with the language's SDK where there is one. Webhooks are
 * received, so they have none.
 */
export function withCodeSamples(document: OpenApiDocument): OpenApiDocument {
  const view = structuredClone(document);
  for (const each of operationsOf(view)) {
    const request = sampleRequest(document, each);
    const call = sdkCall(document, model, each);
    each.operation["x-codeSamples"] = sampleLanguages.map(({ lang, label, emit, emitSdk }) => ({
      lang,
      label,
      source: emitSdk?.(call) ?? emit(request),
    }));
  }
  return view;
}

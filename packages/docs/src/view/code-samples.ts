import { type SampleRequest, sampleLanguages } from "@getclickmedia/sms-code-samples";
import { type CodeSample, type OpenApiDocument, operationsOf } from "../document.ts";
import { sampleRequest } from "../samples/sample-request.ts";

/** Adds a sample in each language to every operation. Webhooks are received, so they have none. */
export function withCodeSamples(document: OpenApiDocument): OpenApiDocument {
  const view = structuredClone(document);
  for (const { path, method, operation } of operationsOf(view)) {
    operation["x-codeSamples"] = codeSamples(sampleRequest(document, { path, method, operation }));
  }
  return view;
}

function codeSamples(request: SampleRequest): CodeSample[] {
  return sampleLanguages.map(({ lang, label, emit }) => ({ lang, label, source: emit(request) }));
}

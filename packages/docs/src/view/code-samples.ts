import { type CodeSample, type OpenApiDocument, operationsOf } from "../document.ts";
import { curlSample } from "../samples/curl.ts";
import { nodeSample } from "../samples/node.ts";
import { phpSample } from "../samples/php.ts";
import { pythonSample } from "../samples/python.ts";
import { type SampleRequest, sampleRequest } from "../samples/request.ts";

const languages = [
  { lang: "bash", label: "curl", emit: curlSample },
  { lang: "javascript", label: "Node.js", emit: nodeSample },
  { lang: "python", label: "Python", emit: pythonSample },
  { lang: "php", label: "PHP", emit: phpSample },
];

/** Adds a sample in each language to every operation. Webhooks are received, so they have none. */
export function withCodeSamples(document: OpenApiDocument): OpenApiDocument {
  const view = structuredClone(document);
  for (const { path, method, operation } of operationsOf(view)) {
    operation["x-codeSamples"] = codeSamples(sampleRequest(document, { path, method, operation }));
  }
  return view;
}

function codeSamples(request: SampleRequest): CodeSample[] {
  return languages.map(({ lang, label, emit }) => ({ lang, label, source: emit(request) }));
}

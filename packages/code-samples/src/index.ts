export { curlSample } from "./curl.ts";
export type { Json, JsonObject } from "./json.ts";
export { type SampleLanguage, sampleLanguages } from "./languages.ts";
export { nodeSample } from "./node.ts";
export { phpSample } from "./php.ts";
export { pythonSample } from "./python.ts";
export { keyVariable, type SampleRequest } from "./request.ts";
export type { SdkCall } from "./sdk-call.ts";

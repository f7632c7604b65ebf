import type { JsonObject } from "./json.ts";

/** The environment variable that holds the key in every sample. */
export const keyVariable = "GCM_API_KEY";

/** One call of the API, for an emitter to write down in its language. */
export interface SampleRequest {
  /** The method in capitals. */
  method: string;
  /** The whole address, with the path parameters filled in. */
  url: string;
  /** The header that carries the key. */
  keyHeader: string;
  body?: { mediaType: string; value: JsonObject };
}

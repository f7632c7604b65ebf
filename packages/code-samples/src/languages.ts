import { curlSample } from "./curl.ts";
import { nodeSample } from "./node.ts";
import { nodeSdkSample } from "./node-sdk.ts";
import { phpSample } from "./php.ts";
import { phpSdkSample } from "./php-sdk.ts";
import { pythonSample } from "./python.ts";
import { pythonSdkSample } from "./python-sdk.ts";
import type { SampleRequest } from "./request.ts";
import type { SdkCall } from "./sdk-call.ts";

/** A language that a call can be written down in. */
export interface SampleLanguage {
  /** Names the syntax to highlight. */
  lang: string;
  /** What a reader calls it. */
  label: string;
  /** Writes the call as a whole program. It reads the key from the environment. */
  emit(request: SampleRequest): string;
  /** Writes the call with the SDK of the language, where it has one. */
  emitSdk?(call: SdkCall): string;
}

/** Every language, in the order to show them. */
export const sampleLanguages: readonly SampleLanguage[] = [
  { lang: "bash", label: "curl", emit: curlSample },
  { lang: "javascript", label: "Node.js", emit: nodeSample, emitSdk: nodeSdkSample },
  { lang: "python", label: "Python", emit: pythonSample, emitSdk: pythonSdkSample },
  { lang: "php", label: "PHP", emit: phpSample, emitSdk: phpSdkSample },
];

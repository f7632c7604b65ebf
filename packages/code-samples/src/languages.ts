import { curlSample } from "./curl.ts";
import { nodeSample } from "./node.ts";
import { phpSample } from "./php.ts";
import { pythonSample } from "./python.ts";
import type { SampleRequest } from "./request.ts";

/** A language that a call can be written down in. */
export interface SampleLanguage {
  /** Names the syntax to highlight. */
  lang: string;
  /** What a reader calls it. */
  label: string;
  /** Writes the call as a whole program. It reads the key from the environment. */
  emit(request: SampleRequest): string;
}

/** Every language, in the order to show them. */
export const sampleLanguages: readonly SampleLanguage[] = [
  { lang: "bash", label: "curl", emit: curlSample },
  { lang: "javascript", label: "Node.js", emit: nodeSample },
  { lang: "python", label: "Python", emit: pythonSample },
  { lang: "php", label: "PHP", emit: phpSample },
];

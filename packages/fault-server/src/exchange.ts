import type { ApiAnswers } from "./api-answers.ts";

/** The request that meets a fault, and all that an answer to it is made of. */
export interface Exchange {
  api: ApiAnswers;
  method: string;
  /** The path below the base URL, without its query. */
  path: string;
  /** The time that was ordered with the fault. */
  seconds: number;
  /** Whether the connection ends with this exchange. */
  closing: boolean;
  /** The base URL of the run where the request came to. */
  runUrl: string;
  /** The base URL of the same run on another origin. */
  otherRunUrl: string;
}

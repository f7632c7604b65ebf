import type { ApiDocument } from "@getclickmedia/sms-document";
import type { Checker } from "./checker.ts";
import type { Client } from "./client.ts";
import type { Coverage } from "./coverage.ts";

/** What the parts of a run share. */
export interface Run {
  document: ApiDocument;
  client: Client;
  checker: Checker;
  apiKey: string;
  /** Where the server takes orders for states and webhooks. */
  controlUrl: string;
  exact: boolean;
  /** The request ids that answers have had so far. */
  requestIds: Set<string>;
  /** Notes what a request came to, and counts `covers` when nothing was wrong. */
  record(
    name: string,
    problems: string[],
    covers?: Partial<Record<keyof Coverage, string[]>>,
  ): void;
}

import type { SmsResponse } from "../call.ts";
import type { BulkSendResponse } from "../generated/operations.ts";
import { isPhoneNumber } from "./recipient-reader.ts";

/** What became of some recipients. */
export type BulkOutcome =
  | {
      /** The API has taken them, as one batch. */
      status: "accepted";
      recipients: string[];
      batchId: string;
      response: SmsResponse<BulkSendResponse>;
    }
  | {
      /** Nothing was sent to them: they were refused, or the bulk send stopped before them. */
      status: "notAccepted";
      recipients: string[];
      error: Error;
    }
  | {
      /**
       * They may have been taken: do not send to them again. The call failed after it may have been accepted,
       * or the API took only some of the batch and does not say which.
       */
      status: "unknown";
      recipients: string[];
      error: Error;
      /** The batch, where the API took some. */
      batchId?: string;
      response?: SmsResponse<BulkSendResponse>;
    };

/** How many recipients have each outcome. */
export type BulkCounts = Record<BulkOutcome["status"], number>;

/**
 * What became of a bulk send. Iterating over it gives every recipient with its outcome, so
 * `new Map(result)` finds one by its number.
 */
export class BulkResult implements Iterable<[recipient: string, outcome: BulkOutcome]> {
  /** What became of whom, one entry a call, in the order in which it became known. */
  declare readonly outcomes: readonly BulkOutcome[];
  /**
   * Whether all recipients were read. If not, since the source failed or the signal was aborted, those that
   * were never read are in no outcome.
   */
  declare readonly sourceEnded: boolean;
  /** What kept it from going through: the first call that failed, the source, or the signal. */
  declare readonly stoppedBy: Error | undefined;

  constructor(
    outcomes: readonly BulkOutcome[],
    sourceEnded: boolean,
    stoppedBy: Error | undefined,
  ) {
    this.outcomes = outcomes;
    this.sourceEnded = sourceEnded;
    this.stoppedBy = stoppedBy;
  }

  /** Whether every recipient was accepted. */
  get complete(): boolean {
    return this.sourceEnded && this.outcomes.every(({ status }) => status === "accepted");
  }

  /** How many recipients have each outcome. */
  get counts(): BulkCounts {
    return countOutcomes(this.outcomes);
  }

  /** To whom nothing was sent although their numbers are well formed: `sendBulk` may be given them again. */
  get remaining(): string[] {
    return this.outcomes
      .filter(({ status }) => status === "notAccepted")
      .flatMap(({ recipients }) => recipients)
      .filter(isPhoneNumber);
  }

  /** Gives every recipient with its outcome. */
  *[Symbol.iterator](): Generator<[recipient: string, outcome: BulkOutcome], void, undefined> {
    for (const outcome of this.outcomes)
      for (const recipient of outcome.recipients) yield [recipient, outcome];
  }
}

/** Counts recipients by their outcome. */
export function countOutcomes(outcomes: readonly BulkOutcome[]): BulkCounts {
  const counts = { accepted: 0, notAccepted: 0, unknown: 0 };
  for (const { status, recipients } of outcomes) counts[status] += recipients.length;
  return counts;
}

import type { Call, RequestOptions, SmsResponse } from "../call.ts";
import { checkNumbers } from "../check-numbers.ts";
import { SmsAbortError, SmsConfigurationError, SmsError } from "../errors.ts";
import { InvalidNumberError } from "../generated/errors.ts";
import {
  type BulkSendRequest,
  type BulkSendResponse,
  operations,
} from "../generated/operations.ts";
import { observe } from "../hooks.ts";
import { type BulkCounts, type BulkOutcome, BulkResult, countOutcomes } from "./bulk-result.ts";
import { RecipientReader, type Recipients } from "./recipient-reader.ts";

/** One text to any number of mobiles. */
export interface BulkRequest extends Omit<BulkSendRequest, "recipients"> {
  /**
   * The mobiles to send to, in E.164 without the plus sign: an array, or anything that can be iterated over,
   * as the cursor of a database. It is read as the calls go out; after a failed call it is read to its end, so
   * that everyone has an outcome, unless `signal` ends that. A number that comes twice is sent to once.
   */
  recipients: Recipients;
}

/** How to send in bulk. Timeouts, retries and headers are those of each call that it takes. */
export interface BulkOptions extends RequestOptions {
  /** The most recipients of one call. By default what the client's `plan` allows. */
  recipientsPerRequest?: number | undefined;
  /**
   * The most calls at the same time.
   * @defaultValue 4
   */
  concurrency?: number | undefined;
  /** Is told after each call how many recipients have which outcome so far. */
  onProgress?: ((counts: BulkCounts) => void) | undefined;
  /** Starts no further call. Those under way are finished: cut off, their outcome would be unknown. */
  signal?: AbortSignal | undefined;
}

/**
 * Sends to any number of recipients, in as many calls as that takes. After a call that fails no other is
 * started, since what made it fail would meet the others too.
 */
export async function sendBulk(
  call: Call,
  { recipients, ...request }: BulkRequest,
  mostRecipients: number,
  { signal, onProgress, concurrency = 4, recipientsPerRequest = mostRecipients }: BulkOptions,
): Promise<BulkResult> {
  checkNumbers(1, { concurrency, recipientsPerRequest }, true);
  checkSource(recipients);
  // An array is at hand to its end, whatever happens; any other source may keep us waiting.
  const patience = Array.isArray(recipients) ? undefined : signal;
  const reader = new RecipientReader(recipients, recipientsPerRequest, patience);
  const outcomes: BulkOutcome[] = [];
  const unsent: string[][] = [];
  let stoppedBy: Error | undefined;

  const send = async (chunk: string[]) => {
    const body: BulkSendRequest = { recipients: chunk, ...request };
    try {
      const sent = call<BulkSendResponse>(operations.sendBulk, undefined, body);
      outcomes.push(answered(chunk, await sent.withResponse()));
    } catch (error) {
      stoppedBy ??= error as Error;
      outcomes.push(failed(chunk, error as SmsError));
    }
    observe(onProgress, () => countOutcomes(outcomes));
  };
  const work = async () => {
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
      if (stoppedBy || signal?.aborted) unsent.push(chunk);
      else await send(chunk);
    }
  };
  const workers = Array.from({ length: concurrency }, () =>
    work().catch((error: Error) => {
      stoppedBy ??= error; // The source failed.
    }),
  );
  await Promise.all(workers);

  const notSent = [...unsent, reader.close()].flat();
  if (signal?.aborted && (notSent.length > 0 || !reader.ended))
    stoppedBy ??= new SmsAbortError("sendBulk was aborted.", { cause: signal.reason });
  const leaveOut = (recipients: string[], error: Error) => {
    if (recipients.length > 0) outcomes.push({ status: "notAccepted", recipients, error });
  };
  leaveOut(
    notSent,
    new SmsError("Not sent, since the bulk send had stopped.", {
      cause: stoppedBy,
      retryable: true,
    }),
  );
  leaveOut(
    [...reader.malformed], // A source that was stuck may still give one.
    new InvalidNumberError("Not sent, since it is not a phone number."),
  );
  return new BulkResult(outcomes, reader.ended, stoppedBy);
}

function checkSource(recipients: Recipients): void {
  if (
    Object(recipients) !== recipients ||
    !(Symbol.iterator in recipients || Symbol.asyncIterator in recipients)
  )
    throw new SmsConfigurationError("recipients must be a list of numbers.");
}

function answered(recipients: string[], response: SmsResponse<BulkSendResponse>): BulkOutcome {
  const {
    status,
    data: { batchId, total, queued, failed },
  } = response;
  const { length } = recipients;
  // The counts come from outside, and may be missing or anything: only those that account for everyone decide.
  const taking = queued ?? length;
  if ((failed ?? 0) === 0 && typeof taking === "number" && taking >= length)
    return { status: "accepted", recipients, batchId, response };
  const taken = `The API took ${queued} of ${total}`;
  return queued === 0 && typeof failed === "number" && failed >= length
    ? { status: "notAccepted", recipients, error: new SmsError(`${taken}.`, { status }) }
    : {
        status: "unknown",
        recipients,
        batchId,
        response,
        error: new SmsError(`${taken} and does not say which.`, { status, deliveryUnknown: true }),
      };
}

function failed(recipients: string[], error: SmsError): BulkOutcome {
  // What is no error of this SDK says nothing of what was accepted.
  return { status: error.deliveryUnknown === false ? "notAccepted" : "unknown", recipients, error };
}

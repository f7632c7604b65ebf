import { phoneNumber } from "../generated/constants.ts";

/** Recipients as they are given: an array, or anything that can be iterated over. */
export type Recipients = Iterable<string> | AsyncIterable<string>;

/** Whether something that was given as a recipient is a phone number. */
export function isPhoneNumber(recipient: unknown): recipient is string {
  return typeof recipient === "string" && phoneNumber.test(recipient);
}

/**
 * Reads recipients no faster than they are needed, in chunks, each number once. An abort of the signal ends
 * the reading, even of a source that is stuck.
 */
export class RecipientReader {
  /** The ones that are no phone numbers. */
  readonly malformed: string[] = [];
  /** Whether the source has no more. */
  ended = false;
  /** What is read and in no chunk. A chunk leaves it when someone takes it, so none is lost on the way. */
  #unfinished: string[] = [];
  readonly #chunks: AsyncGenerator<undefined, undefined>;
  readonly #signal: AbortSignal | undefined;

  constructor(recipients: Recipients, size: number, signal: AbortSignal | undefined) {
    this.#chunks = this.#read(recipients, size);
    this.#signal = signal;
  }

  /** The next chunk; `undefined` after the last one, and once the signal is aborted. */
  async next(): Promise<string[] | undefined> {
    const signal = this.#signal;
    if (signal?.aborted) return undefined;
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve(undefined);
      signal?.addEventListener("abort", giveUp, { once: true });
      this.#chunks
        .next()
        .then(({ done }) => resolve(done || signal?.aborted ? undefined : this.#take()), reject)
        .finally(() => signal?.removeEventListener("abort", giveUp));
    });
  }

  /** Lets the source go, and gives what was read of it and is in no chunk. */
  close(): string[] {
    // A source that is stuck would never confirm it, so nobody waits.
    this.#chunks.return(undefined).catch(() => {});
    return this.#take();
  }

  /** Yields whenever a chunk can be taken. */
  async *#read(recipients: Recipients, size: number): AsyncGenerator<undefined, undefined> {
    const seen = new Set<string>();
    for await (const recipient of recipients) {
      if (!seen.has(recipient))
        (isPhoneNumber(recipient) ? this.#unfinished : this.malformed).push(recipient);
      seen.add(recipient);
      if (this.#signal?.aborted) return undefined;
      if (this.#unfinished.length === size) yield;
    }
    this.ended = true;
    if (this.#unfinished.length > 0) yield;
    return undefined;
  }

  #take(): string[] {
    const chunk = this.#unfinished;
    this.#unfinished = [];
    return chunk;
  }
}

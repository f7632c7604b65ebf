import type { MessageStatus } from "@getclickmedia/sms-types";
import { statusExamples } from "../generated/examples.ts";
import type { MessageStatusResponse, SendRequest } from "../generated/operations.ts";
import { timestampFields } from "../generated/webhooks.ts";
import { millisecondsOf } from "./date-time.ts";

/** A message that the fake API accepted, as it was sent and as far as it has come. */
export interface SentMessage extends SendRequest {
  /** Its id. */
  readonly messageId: string;
  /** The bulk send that it belongs to; `null` for a single message. */
  readonly batchId: string | null;
  /** What it costs. */
  readonly credits: number;
  /** Where it is on its way. */
  readonly status: MessageStatus;
}

/** What becomes of a message where the test says nothing else. */
const usualStatuses: readonly MessageStatus[] = ["dispatched", "delivered"];

/** Keeps one message on its way. */
export class MessageOnItsWay {
  readonly sent: { -readonly [Field in keyof SentMessage]: SentMessage[Field] };
  readonly #answer: MessageStatusResponse;
  /** What is still to come; `undefined` when that is the usual. */
  #statuses: readonly MessageStatus[] | undefined;

  constructor(sent: SentMessage) {
    this.sent = { ...sent };
    const { messageId, to, status, credits } = sent;
    this.#answer = { messageId, to, status, queuedAt: now(), credits };
  }

  /** Gives the message the first status at once, and another each time that somebody has asked. */
  setStatuses([first, ...others]: readonly [MessageStatus, ...MessageStatus[]]): void {
    this.#reach(first);
    this.#statuses = others;
  }

  /** Answers how far it has come, and lets it move on. */
  read(): MessageStatusResponse {
    const answer = { ...this.#answer };
    const { scheduleAt } = this.sent;
    if (this.#statuses || !scheduleAt || isPast(scheduleAt)) {
      const [next, ...others] = this.#statuses ?? usualStatuses;
      this.#statuses = others;
      if (next) this.#reach(next);
    }
    return answer;
  }

  #reach(status: MessageStatus): void {
    for (const [field, example] of Object.entries(statusExamples[status] ?? {})) {
      if (Object.hasOwn(this.#answer, field)) continue;
      const isTime = (timestampFields as readonly string[]).includes(field);
      Object.assign(this.#answer, { [field]: isTime ? now() : example });
    }
    this.#answer.status = status;
    this.sent.status = status;
  }
}

/** Whether a time has come. */
export function isPast(time: string): boolean {
  return millisecondsOf(time) <= Date.now();
}

/** The present time as the API writes it. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+/, "");
}

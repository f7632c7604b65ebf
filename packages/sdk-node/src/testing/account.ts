import { countSegments } from "@getclickmedia/sms-segments";
import type { MessageStatus } from "@getclickmedia/sms-types";
import type { Plan } from "../configuration.ts";
import { finalStatuses, recipientsPerRequest } from "../generated/constants.ts";
import { answerExamples } from "../generated/examples.ts";
import type {
  BatchStatusResponse,
  BulkSendRequest,
  BulkSendResponse,
  SendRequest,
  SendResponse,
} from "../generated/operations.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import type { IncomingCall } from "./incoming-call.ts";
import { isPast, MessageOnItsWay, now } from "./sent-message.ts";

interface Batch {
  messages: MessageOnItsWay[];
  scheduleAt: string | undefined;
  estimatedCredits: number;
  cancelled: boolean;
  completedAt: string | null;
}

/** What an account remembers: its credits, and what it has sent. */
export class Account {
  readonly messages = new Map<string, MessageOnItsWay>();
  readonly #batches = new Map<string, Batch>();
  /** The statuses that the test wants messages to a number to have. */
  readonly #statuses = new Map<string, readonly [MessageStatus, ...MessageStatus[]]>();
  readonly #plan: Plan;
  #credits: number;
  #accepted = 0;

  constructor(credits: number, plan: Plan) {
    this.#credits = credits;
    this.#plan = plan;
  }

  /** Decides how messages to a number go on: those that are there, and those to come. */
  setStatuses(to: string, statuses: readonly [MessageStatus, ...MessageStatus[]]): void {
    this.#statuses.set(to, statuses);
    for (const message of this.messages.values())
      if (message.sent.to === to) message.setStatuses(statuses);
  }

  /** Answers a call that is valid in itself. */
  answer({ operation, input }: IncomingCall): Answer {
    switch (operation) {
      case "send":
        return this.#send(input.body);
      case "sendBulk":
        return this.#sendBulk(input.body);
      case "getStatus":
        return this.#getStatus(input.messageId);
      case "getBatch":
        return this.#getBatch(input.batchId);
      case "cancelScheduled":
        return this.#cancelScheduled(input.batchId);
      case "getBalance": {
        const balance = { ...answerExamples.getBalance, credits: this.#credits, plan: this.#plan };
        return { status: 200, body: balance };
      }
    }
  }

  #send(request: SendRequest): Answer {
    const credits = creditsOf(request);
    const refusal = this.#refusal("send", request, 1, credits);
    if (refusal) return refusal;
    const { messageId, to } = this.#accept(request, null, credits).sent;
    const example: SendResponse = answerExamples.send;
    return { status: 200, body: { ...example, messageId, to, credits, queuedAt: now() } };
  }

  #sendBulk({ recipients, ...request }: BulkSendRequest): Answer {
    const total = recipients.length;
    const credits = creditsOf(request);
    const estimatedCredits = total * credits;
    const refusal = this.#refusal("sendBulk", request, total, estimatedCredits);
    if (refusal) return refusal;
    const batchId = newId(answerExamples.sendBulk.batchId, this.#batches.size + 1);
    const messages = recipients.map((to) => this.#accept({ to, ...request }, batchId, credits));
    const { scheduleAt } = request;
    this.#batches.set(batchId, {
      messages,
      scheduleAt,
      estimatedCredits,
      cancelled: false,
      completedAt: null,
    });
    const body: BulkSendResponse = {
      batchId,
      total,
      queued: total,
      failed: 0,
      scheduledAt: scheduleAt ?? null,
      estimatedCredits,
    };
    return { status: 200, body };
  }

  #refusal(
    operation: "send" | "sendBulk",
    { scheduleAt }: Omit<SendRequest, "to">,
    recipients: number,
    cost: number,
  ): Answer | undefined {
    const most = recipientsPerRequest[this.#plan];
    if (recipients > most)
      return errorAnswer(
        operation,
        "INVALID_REQUEST",
        `The field recipients must have at most ${most} items on the plan ${this.#plan}.`,
      );
    if (scheduleAt !== undefined && isPast(scheduleAt))
      return errorAnswer(
        operation,
        "INVALID_REQUEST",
        "The field scheduleAt is in the past. Leave it out to send at once.",
      );
    return cost > this.#credits ? errorAnswer(operation, "INSUFFICIENT_CREDITS") : undefined;
  }

  #accept(request: SendRequest, batchId: string | null, credits: number): MessageOnItsWay {
    const { messageId: example, status } = answerExamples.send;
    const messageId = newId(example, ++this.#accepted);
    const message = new MessageOnItsWay({
      ...request,
      messageId,
      batchId,
      credits,
      status: status as MessageStatus,
    });
    this.messages.set(messageId, message);
    this.#credits -= credits;
    const statuses = this.#statuses.get(request.to);
    if (statuses) message.setStatuses(statuses);
    return message;
  }

  #getStatus(messageId: string): Answer {
    const message = this.messages.get(messageId);
    if (message) return { status: 200, body: message.read() };
    return errorAnswer("getStatus", "NOT_FOUND", `No message ${messageId} was sent.`);
  }

  #getBatch(batchId: string): Answer {
    const batch = this.#batches.get(batchId);
    if (!batch) return errorAnswer("getBatch", "NOT_FOUND", `No batch ${batchId} was sent.`);
    const statuses: string[] = batch.messages.map(({ sent }) => sent.status);
    if (!batch.cancelled) for (const message of batch.messages) message.read();
    const total = statuses.length;
    const delivered = statuses.filter((status) => status === "delivered").length;
    const final = statuses.filter((status) =>
      (finalStatuses as readonly string[]).includes(status),
    );
    if (final.length === total) batch.completedAt ??= now();
    const body: BatchStatusResponse = {
      batchId,
      total,
      delivered,
      failed: final.length - delivered,
      pending: total - final.length,
      deliveryRate: `${((100 * delivered) / total).toFixed(1)}%`,
      completedAt: batch.completedAt,
    };
    return { status: 200, body };
  }

  #cancelScheduled(batchId: string): Answer {
    const batch = this.#batches.get(batchId);
    if (!batch) return errorAnswer("cancelScheduled", "NOT_FOUND", `No batch ${batchId} was sent.`);
    const { cancelled, scheduleAt, messages, estimatedCredits } = batch;
    if (cancelled || !scheduleAt || isPast(scheduleAt))
      return errorAnswer(
        "cancelScheduled",
        "NOT_CANCELLABLE",
        `The batch ${batchId} is not waiting for its time, and cannot be cancelled.`,
      );
    batch.cancelled = true;
    this.#credits += estimatedCredits;
    for (const { sent } of messages) this.messages.delete(sent.messageId);
    return { status: 200, body: { ...answerExamples.cancelScheduled, batchId } };
  }
}

function creditsOf(request: Omit<SendRequest, "to">): number {
  return countSegments(request.message, request).segments;
}

/** A number in the form of an example: after `gcm_batch_xyz789`, `gcm_batch_000001`. */
function newId(example: string, number: number): string {
  return example.replace(/[^_]+$/, (end) => String(number).padStart(end.length, "0"));
}

import type { ErrorCode, MessageStatus, OperationId } from "@getclickmedia/sms-types";
import type { Fetch, Plan } from "../configuration.ts";
import { environments, phoneNumber, recipientsPerRequest } from "../generated/constants.ts";
import {
  answerExamples,
  errorExamples,
  type OperationInput,
  statusExamples,
} from "../generated/examples.ts";
import type { Sleep } from "../sleep.ts";
import { Account } from "./account.ts";
import { type Answer, errorAnswer, responseOf } from "./answer.ts";
import { breakConnection, type ConnectionFault, connectionFaults } from "./connection-fault.ts";
import { readCall } from "./incoming-call.ts";
import type { SentMessage } from "./sent-message.ts";

/** The account that the fake API has. */
export interface FakeApiOptions {
  /**
   * How many credits there are at first.
   * @defaultValue 48,250, as in the documentation
   */
  credits?: number | undefined;
  /**
   * The plan, which says how many recipients a request may hold.
   * @defaultValue `Growth`, as in the documentation
   */
  plan?: Plan | undefined;
}

/** How a request was made, and how it was answered. */
export interface FakeRequestDetails {
  /** The HTTP headers, by their names in lower case. */
  headers: Record<string, string>;
  /** The HTTP status of the answer; `undefined` when the connection broke before there was one. */
  status: number | undefined;
}

/**
 * A request that the client made: `operation` tells which it was, and with it what else there is, as `body` for
 * a send and `messageId` for `getStatus`. It stands here as it was, also when the API refused it.
 */
export type FakeRequest = {
  [Id in OperationId]: { operation: Id } & OperationInput[Id] & FakeRequestDetails;
}[OperationId];

/** Which calls meet a fault. */
export interface FaultOptions {
  /** The operation. By default the next call that can meet it does, whatever its operation. */
  operation?: OperationId | undefined;
  /**
   * How many calls in a row meet it; `Infinity` for all. Each retry of the client is a call.
   * @defaultValue 1
   */
  times?: number | undefined;
}

/** Which calls fail, and what else they are told. */
export interface FailOptions extends FaultOptions {
  /** The seconds of the `Retry-After` header. By default those of the documentation, where it has them. */
  retryAfter?: number | undefined;
}

/** Which connections break, and when. */
export interface BreakOptions extends FaultOptions {
  /**
   * Whether the API had accepted the call by then: the message is among `sent` although nobody was told.
   * @defaultValue `true`, except for `refused`
   */
  accepted?: boolean | undefined;
}

/** A fault that was asked for and has not been met as often as it was to be. */
export interface PendingFault {
  /** The error code, the HTTP status, or how the connection breaks. */
  fault: ErrorCode | ConnectionFault | number;
  /** The operations whose calls can meet it. */
  operations: readonly OperationId[];
  /** How many calls are still to meet it. */
  times: number;
}

interface PlannedFault extends PendingFault {
  /** Answers a call in place of the API, or breaks its connection. */
  meet: (operation: OperationId, accept: () => Answer) => Response;
}

/** What a client needs in order to talk to a fake API. */
export interface FakeApiClientOptions {
  /** A test key. */
  apiKey: string;
  /** Gives each request to the fake API, and never to the network. */
  fetch: Fetch;
  /** Does not wait. */
  sleep: Sleep;
}

/**
 * The API as tests need it: it answers like the real one, remembers, fails on demand, and sends nothing.
 * `createFakeApi` makes it.
 */
export class FakeApi {
  /** The options of a client of this API: `new SmsClient(api.options)`. */
  readonly options: FakeApiClientOptions;
  readonly #credits: number;
  readonly #plan: Plan;
  #account: Account;
  #requests: FakeRequest[] = [];
  #waits: number[] = [];
  #faults: PlannedFault[] = [];

  /** @throws TypeError An option cannot be right. */
  constructor({
    credits = answerExamples.getBalance.credits,
    plan = answerExamples.getBalance.plan as Plan,
  }: FakeApiOptions = {}) {
    oneOf(Object.keys(recipientsPerRequest), plan, "The plan");
    if (!(Number.isSafeInteger(credits) && credits >= 0))
      throw new TypeError("credits must be 0 or a whole number above it.");
    this.#credits = credits;
    this.#plan = plan;
    this.#account = new Account(credits, plan);
    const [prefix] = Object.entries(environments).find(([, name]) => name === "test") ?? [];
    this.options = {
      apiKey: `${prefix}of_the_fake_api`,
      fetch: (input, init) => this.#answer(new Request(input, init)),
      sleep: async (milliseconds, signal) => {
        signal?.throwIfAborted();
        this.#waits.push(milliseconds);
      },
    };
  }

  /** Every request that the client made, in order. Each retry is one. */
  get requests(): readonly FakeRequest[] {
    return this.#requests;
  }

  /**
   * Every message that was accepted, in order and one for each recipient: what phones get to see, whatever the
   * client was told. Those of a batch that was cancelled are gone.
   */
  get sent(): readonly SentMessage[] {
    return [...this.#account.messages.values()].map(({ sent }) => sent);
  }

  /** How many milliseconds the client would have waited, between retries and between questions, in order. */
  get waits(): readonly number[] {
    return this.#waits;
  }

  /** The faults that no call has met yet. Expect none at the end of a test, so that it tested what it says. */
  get pendingFaults(): readonly PendingFault[] {
    return this.#faults.map(({ fault, operations, times }) => ({ fault, operations, times }));
  }

  /**
   * Lets the next call fail: with a documented error of the API, or with a bare HTTP status, as a proxy in
   * front of it answers. Nothing is accepted. A request that is wrong is refused as such before.
   *
   * @throws TypeError There is no such code, the operation never answers it, or an option cannot be right.
   */
  fail(error: ErrorCode | number, options: FailOptions = {}): void {
    const { retryAfter } = options;
    if (retryAfter !== undefined && !(Number.isInteger(retryAfter) && retryAfter >= 0))
      throw new TypeError("retryAfter must be 0 or a whole number of seconds.");
    const headers = retryAfter === undefined ? {} : { "retry-after": `${retryAfter}` };
    if (typeof error === "number") {
      if (!(Number.isInteger(error) && error >= 300 && error <= 599))
        throw new TypeError("The HTTP status of a failure is a whole number from 300 to 599.");
      this.#expect(error, operationIds, options, () => responseOf({ status: error, headers }));
      return;
    }
    oneOf(errorCodes, error, "The error code");
    const operations = operationIds.filter((operation) => errorExamples[operation][error]);
    this.#expect(error, operations, options, (operation) => {
      const answer = errorAnswer(operation, error);
      return responseOf({ ...answer, headers: { ...answer.headers, ...headers } });
    });
  }

  /**
   * Lets the connection of the next call break. What the client makes of it is what it would make of a real
   * one: after `refused` it tries again, and after the others a send has `deliveryUnknown: true`.
   *
   * @throws TypeError There is no such fault, or an option cannot be right.
   */
  breakConnection(fault: ConnectionFault, options: BreakOptions = {}): void {
    oneOf(connectionFaults, fault, "The fault of a connection");
    const { accepted = fault !== "refused" } = options;
    if (accepted && fault === "refused")
      throw new TypeError("Over a connection that is refused nothing can be accepted.");
    this.#expect(fault, operationIds, options, (_, accept) =>
      breakConnection(fault, accepted ? accept() : undefined),
    );
  }

  /**
   * Decides how a message goes on. It has the first status at once, and each of the others after `getStatus`
   * or `getBatch` has answered the one before; the last one stays. Where nothing is decided, a message is
   * `queued`, then `dispatched`, then `delivered`, from its `scheduleAt` on if it has one.
   *
   * @param message The id of a message, or a phone number: that is for every message to it, also those to come.
   * @throws TypeError There is no such message or status.
   */
  setStatus(message: string, ...statuses: [MessageStatus, ...MessageStatus[]]): void {
    if (statuses.length === 0) throw new TypeError("setStatus needs a status.");
    for (const status of statuses) oneOf(Object.keys(statusExamples), status, "The status");
    const known = this.#account.messages.get(message);
    if (known) known.setStatuses(statuses);
    else if (phoneNumber.test(message)) this.#account.setStatuses(message, statuses);
    else throw new TypeError(`${message} is no phone number, and no message that was sent.`);
  }

  /** Forgets everything that was sent, asked for and decided, as if the API were new. */
  reset(): void {
    this.#account = new Account(this.#credits, this.#plan);
    this.#requests = [];
    this.#waits = [];
    this.#faults = [];
  }

  async #answer(request: Request): Promise<Response> {
    request.signal?.throwIfAborted(); // Workers has none where none was given.
    const { call, refusal } = readCall(request, new Uint8Array(await request.arrayBuffer()));
    if (!call) return responseOf(refusal);
    const { operation, input } = call;
    const headers = Object.fromEntries(request.headers);
    const record = { operation, ...input, headers, status: undefined } as FakeRequest;
    this.#requests.push(record);
    const accept = () => this.#account.answer(call);
    const response = refusal
      ? responseOf(refusal)
      : (this.#meetFault(operation, accept) ?? responseOf(accept()));
    record.status = response.status;
    return response;
  }

  #expect(
    fault: PendingFault["fault"],
    operations: readonly OperationId[],
    { operation, times = 1 }: FaultOptions,
    meet: PlannedFault["meet"],
  ): void {
    if (!(times === Number.POSITIVE_INFINITY || (Number.isInteger(times) && times > 0)))
      throw new TypeError("times must be a whole number above 0, or Infinity.");
    if (operation !== undefined) oneOf(operations, operation, `The operation that meets ${fault}`);
    const meeting = operation === undefined ? operations : [operation];
    this.#faults.push({ fault, operations: meeting, times, meet });
  }

  #meetFault(operation: OperationId, accept: () => Answer): Response | undefined {
    const met = this.#faults.find(({ operations }) => operations.includes(operation));
    if (!met) return undefined;
    met.times--;
    this.#faults = this.#faults.filter(({ times }) => times > 0);
    return met.meet(operation, accept);
  }
}

/**
 * Makes an API for tests. It answers like the documentation and remembers: ids are new, `to` and totals are
 * those of the request, credits are counted, and `getStatus` knows what was sent. What the API would refuse is
 * refused with its own error. Nothing leaves the process, and nothing waits.
 *
 * @example
 * ```ts
 * const api = createFakeApi();
 * const client = new SmsClient(api.options);
 * api.fail("RATE_LIMIT_EXCEEDED", { retryAfter: 30 });
 * await client.send(message);
 * api.waits; // [30000]
 * api.sent; // [{ messageId: "gcm_msg_0000000001", to, message, status: "queued", ... }]
 * ```
 * @throws TypeError An option cannot be right.
 */
export function createFakeApi(options?: FakeApiOptions): FakeApi {
  return new FakeApi(options);
}

const operationIds = Object.keys(errorExamples) as OperationId[];
const errorCodes = [...new Set(Object.values(errorExamples).flatMap(Object.keys))];

/** @throws TypeError that lists what there is, when a value is none of it. */
function oneOf(known: readonly string[], value: string, name: string): void {
  if (known.includes(value)) return;
  throw new TypeError(`${name} must be one of ${known.join(", ")}, and is ${value}.`);
}

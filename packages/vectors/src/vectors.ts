import type { ErrorCode, OperationId } from "@getclickmedia/sms-types";

/** What `vectors.json` holds. Within a kind every `name` is there once. */
export interface Vectors {
  requests: RequestVector[];
  refusals: RefusalVector[];
  responses: ResponseVector[];
  errors: ErrorVector[];
  signatures: SignatureVector[];
  retries: RetryVector[];
  segments: SegmentVector[];
  bulk: BulkVector[];
  outcomes: OutcomeVector[];
  examples: ExampleVector[];
}

/** A call, and the request that it has to become. */
export interface RequestVector {
  name: string;
  operation: OperationId;
  /** The fields of the body or the parameters of the path, under the API's names and in their order. */
  arguments: Record<string, unknown>;
  method: string;
  /** What follows the base URL, as it stands in the request line. */
  path: string;
  /** The request may have other headers too, but no content type where none is listed. */
  headers: Record<string, string>;
  /** The body's exact text, to be sent in UTF-8; `null` for none. */
  body: string | null;
}

/** A call that must fail with the SDK's configuration error, before anything is sent. */
export interface RefusalVector {
  name: string;
  operation: OperationId;
  arguments: Record<string, unknown>;
}

/** What a server answers. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A successful answer, and what the call returns for it. */
export interface ResponseVector extends Answer {
  name: string;
  operation: OperationId;
  /** The body decoded. Compare numbers by value: some languages have one type for `1` and `1.0`. */
  value: unknown;
}

/** An answer that refuses a call, and the error that the call fails with. */
export interface ErrorVector extends Answer {
  name: string;
  operation: OperationId;
  /** What the call is made with, where that matters. */
  arguments?: Record<string, unknown>;
  error: {
    /** The name of the class, with whatever ending the language has: `SmsError` is the base of them all. */
    type: string;
    code: ErrorCode | (string & {}) | null;
    status: number;
    requestId: string | null;
    /** Whether the same call may be repeated later without risk. */
    retryable: boolean;
    /** What the API says; `null` where it says nothing and the wording is the SDK's. */
    message: string | null;
  };
}

/** A delivery receipt as it arrives, and whether its signature is right. */
export interface SignatureVector {
  name: string;
  /** All the secrets that are in use. */
  secrets: string[];
  /** The raw body. It is given as text where it is UTF-8, else in base 64. */
  body?: string;
  bodyBase64?: string;
  /** The value of the signature header; `null` where there is no such header. */
  signature: string | null;
  valid: boolean;
}

/**
 * How an attempt fails without a whole answer. Those before the request left: `refused`, `dns` and
 * `connect-timeout`. Those after it: the connection breaks before an answer (`reset-after-sent`), no answer
 * comes in time (`timeout-after-sent`), the connection breaks within the body of a 200 (`half-response`),
 * or the caller aborts while waiting (`aborted`).
 */
export type Failure =
  | "refused"
  | "dns"
  | "connect-timeout"
  | "reset-after-sent"
  | "timeout-after-sent"
  | "half-response"
  | "aborted";

/** An attempt that came to nothing, and what the SDK does next. */
export interface RetryVector {
  name: string;
  operation: OperationId;
  /** How many retries the client is allowed. */
  maxRetries: number;
  /** Which attempt of the call it was, from 1. */
  attempt: number;
  outcome: Answer | { failure: Failure };
  /** The time of day when the answer arrives. */
  now: string;
  decision: {
    /** Whether the call is made again; otherwise it fails with an error. */
    retry: boolean;
    /** How long to wait before: any time between the two; `null` without a retry. */
    delayMs: { min: number; max: number } | null;
    /** What the error says: the message may have been accepted. `false` where there is a retry. */
    deliveryUnknown: boolean;
  };
}

/** A text, and what it takes to send it. */
export interface SegmentVector {
  name: string;
  text: string;
  /** Whether the send has `unicode: true`. */
  unicode: boolean;
  encoding: "GSM-7" | "UCS-2";
  segments: number;
  /** Septets in GSM-7, 16-bit units in UCS-2. */
  units: number;
  /** The text that leaves the gateway, with plain punctuation where that is what it does. */
  sent: string;
  /** The characters, each once and in their order, that need `unicode: true`. */
  unsupported: string[];
}

/** A bulk send, and the calls that it is split into. */
export interface BulkVector {
  name: string;
  /** The numbers; or how many different ones, which the test makes up. */
  recipients: string[] | number;
  /** How many recipients one call may have. */
  cap: number;
  /** How many recipients each call has, in their order. */
  calls: number[];
  /** The numbers that no call may have, each once, since they are no phone numbers. */
  notSent: string[];
}

/** The answer to the one call of a bulk send, and what it says of its recipients. */
export interface OutcomeVector extends Answer {
  name: string;
  /** How many different numbers are sent to, which the test makes up. */
  recipients: number;
  /**
   * What became of all of them: they were accepted; they were not, and may be sent to again (`notAccepted`); or they
   * may have been (`unknown`).
   */
  outcome: "accepted" | "notAccepted" | "unknown";
}

/** An example of the document, to be replayed through the SDK against a server of the API. */
export interface ExampleVector {
  name: string;
  operation: OperationId;
  /** Where its answer stands in the document. A mock is asked for it by `Prefer: code=<status>, example=<example>`. */
  status: number;
  example: string;
  arguments: Record<string, unknown>;
  /**
   * The state in which a server with memory answers these arguments so; `null` where it answers so only what no SDK
   * sends, as a request without a key.
   */
  state: string | null;
  /** What the call returns; `null` where it fails. */
  value: Record<string, unknown> | null;
  /** The fields of the value that a server with memory fills with its own: ids and times. */
  volatile: string[];
  /** The error that the call fails with; `null` where it succeeds. */
  error: { type: string; code: ErrorCode } | null;
}

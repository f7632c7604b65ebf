import type { Answer, Exchange } from "@getclickmedia/sms-api-server";
import type { Fault, ValidRequest } from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import type { Account } from "../registry.ts";

/** What an operation of the control API works on. */
export interface ControlCall {
  core: Core;
  request: ValidRequest;
  /** The account of the path. */
  account: Account;
  exchange: Exchange;
  /** Starts the sandbox afresh, at a time of its own where one is given. Call it in a turn. */
  reset(start?: number): Promise<void>;
}

/** `undefined` where the operation has taken the response over. */
export type ControlOperation = (call: ControlCall) => Promise<Answer | Fault | undefined>;

const noHeaders = {};

export function ok(body: object): Answer {
  return { status: 200, headers: noHeaders, body };
}

export function created(body: object): Answer {
  return { status: 201, headers: noHeaders, body };
}

export const noContent: Answer = { status: 204, headers: noHeaders, body: undefined };

/** @param what with its id as it was sent. A key that was sent in its place is not shown. */
export function missing({ fault, printable }: Core, what: string): Fault {
  return fault(
    "NOT_FOUND",
    `There is no ${printable(what)} in this sandbox. List them to see what there is.`,
  );
}

export function conflict({ fault }: Core, message: string): Fault {
  return fault("INVALID_REQUEST", message, { status: 409 });
}

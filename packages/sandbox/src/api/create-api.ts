import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Answer, type Exchange, errorResponse } from "@getclickmedia/sms-api-server";
import {
  createRequestValidator,
  type Fault,
  type Validators,
  type ValidRequest,
} from "@getclickmedia/sms-request-validation";
import { baseUrl, keyPrefixes, type OperationId } from "@getclickmedia/sms-types";
import type { Core } from "../core.ts";
import type { FaultEffect } from "../faults.ts";
import { requestsPerSecondOf } from "../plan.ts";
import { createRateLimit, type RateLimit } from "../rate-limit.ts";
import { rateLimitFault } from "../rate-limit-fault.ts";
import type { Account } from "../registry.ts";
import type { SendBody } from "../sending/accept.ts";
import { cancelScheduled } from "../sending/cancel-scheduled.ts";
import { getBalance } from "../sending/get-balance.ts";
import { getBatch } from "../sending/get-batch.ts";
import { getStatus } from "../sending/get-status.ts";
import { send } from "../sending/send.ts";
import { sendBulk } from "../sending/send-bulk.ts";

type Operation = (core: Core, account: Account, request: ValidRequest) => object | Promise<object>;

const operations: Record<OperationId, Operation> = {
  send: (core, account, { body }) => send(core, account, body as SendBody & { to: string }),
  sendBulk: (core, account, { body }) =>
    sendBulk(core, account, body as SendBody & { recipients: string[] }),
  getStatus: (core, account, { pathParameters }) =>
    getStatus(core, account, pathParameters.messageId ?? ""),
  getBatch: (core, account, { pathParameters }) =>
    getBatch(core, account, pathParameters.batchId ?? ""),
  cancelScheduled: (core, account, { pathParameters }) =>
    cancelScheduled(core, account, pathParameters.batchId ?? ""),
  getBalance: (core, account) => getBalance(core, account),
};

const noHeaders = {};

export interface Api {
  handle(exchange: Exchange): Answer | undefined | Promise<Answer | undefined>;
  /** Forgets which requests were made in this second. */
  forgetRequests(): void;
}

/** The API itself: the operations of the document, on an account found by its key. */
export function createApi(core: Core, validators: Validators, newRequestId: () => string): Api {
  let limits = new Map<number, RateLimit>();
  const validate = createRequestValidator(core.document, validators, {
    authorize: admit,
  });
  const refuse = (fault: Fault) => errorResponse(fault, newRequestId());

  /** Refuses a key that opens no account here, and a request over the limit of its account. */
  function admit(key: string): Fault | undefined {
    const account = core.accountWithKey(key);
    if (!account) return keyFault(core, key);
    const limit = limits.get(account.number) ?? createRateLimit();
    limits.set(account.number, limit);
    const wait = limit.take(core.clock.now(), requestsPerSecondOf(account));
    if (wait === 0) return undefined;
    const why = `The plan ${account.plan} allows ${requestsPerSecondOf(account)} requests per second.${
      core.clock.speed === 0 ? " The clock of this sandbox stands still: advance it." : ""
    }`;
    return rateLimitFault(core.fault, account, wait, why);
  }

  async function answer(account: Account, request: ValidRequest): Promise<Answer> {
    const operation = operations[request.operationId as OperationId];
    const result = await operation(core, account, request);
    return "code" in result
      ? refuse(result as Fault)
      : { status: 200, headers: noHeaders, body: result };
  }

  /** Does to a call what a fault that was asked for does. */
  async function suffer(
    effect: FaultEffect,
    { request, response }: Exchange,
    account: Account,
    valid: ValidRequest,
  ): Promise<Answer | undefined> {
    if ("error" in effect) {
      const why = "The sandbox was told to answer so.";
      return refuse(
        effect.error === "RATE_LIMIT_EXCEEDED"
          ? rateLimitFault(core.fault, account, 1, why)
          : core.fault(effect.error, why),
      );
    }
    if ("redirect" in effect)
      return { status: 301, headers: { location: `${baseUrl}${valid.target}` }, body: undefined };
    if ("delayMs" in effect) {
      const isAwaited = await pause(effect.delayMs, response);
      return isAwaited ? answer(account, valid) : undefined;
    }
    if (effect.reset === "after") await answer(account, valid);
    request.socket.resetAndDestroy();
    return undefined;
  }

  return {
    handle(exchange) {
      const valid = validate(exchange);
      if ("code" in valid) return refuse(valid);
      const account = core.accountWithKey(valid.apiKey);
      if (!account) return refuse(keyFault(core, valid.apiKey));
      const effect = core.faults.take(valid.operationId, account.accountId);
      if (!effect) return answer(account, valid);
      core.changes.note("faults");
      return suffer(effect, exchange, account, valid);
    },
    forgetRequests() {
      limits = new Map();
    },
  };
}

/** Waits in real time. @returns whether there is still somebody to answer. */
async function pause(milliseconds: number, response: ServerResponse): Promise<boolean> {
  const left = new AbortController();
  const leave = () => left.abort();
  response.once("close", leave);
  await sleep(milliseconds, undefined, { signal: left.signal }).catch(() => undefined);
  response.off("close", leave);
  return !left.signal.aborted;
}

const live = Object.values(keyPrefixes).find(({ environment }) => environment === "live");

function keyFault({ fault }: Core, key: string): Fault {
  return fault(
    "INVALID_API_KEY",
    live && key.startsWith(live.name)
      ? "This is a sandbox and takes no live key: nothing was sent."
      : "No account of this sandbox has this key, or it was revoked. Create one on the sandbox's page, or seed it.",
  );
}

import {
  type Answer,
  createStrangerFault,
  type Exchange,
  errorResponse,
} from "@getclickmedia/sms-api-server";
import {
  createRequestValidator,
  type Fault,
  type RequestValidator,
} from "@getclickmedia/sms-request-validation";
import type { Core } from "../core.ts";
import { loadValidators, readGeneratedDocument } from "../generated.ts";
import type { Account } from "../registry.ts";
import { accountOperations } from "./account-operations.ts";
import { dltOperations } from "./dlt-operations.ts";
import { type ControlCall, type ControlOperation, missing } from "./operation.ts";
import { sandboxOperations } from "./sandbox-operations.ts";
import { trafficOperations } from "./traffic-operations.ts";
import { watchChanges } from "./watch-changes.ts";
import { webhookOperations } from "./webhook-operations.ts";

export const controlOperations: Record<string, ControlOperation> = {
  ...sandboxOperations,
  ...accountOperations,
  ...dltOperations,
  ...trafficOperations,
  ...webhookOperations,
  watchChanges,
};

export interface ControlOptions {
  core: Core;
  newRequestId: () => string;
  /** Names under which the sandbox may be steered, beside its addresses. */
  hosts: readonly string[];
  reset: ControlCall["reset"];
}

const noAccount: Account = {
  number: 0,
  accountId: "",
  name: "",
  plan: "",
  requestsPerSecond: null,
  expiresAt: "",
  routes: [],
};

/** The control API: the operations of its own document, loaded when they are first asked for. */
export function createControl({ core, newRequestId, hosts, reset }: ControlOptions) {
  let validator: Promise<RequestValidator> | undefined;
  const strangerFault = createStrangerFault(hosts, core.fault);
  const refuse = (fault: Fault) => errorResponse(fault, newRequestId());
  const load = async () =>
    createRequestValidator(
      await readGeneratedDocument("control"),
      await loadValidators("control"),
      { fault: core.fault, printable: core.printable },
    );

  return async (exchange: Exchange): Promise<Answer | undefined> => {
    const stranger = strangerFault(exchange.request);
    if (stranger) return refuse(stranger);
    validator ??= load();
    const { method, target, headers, body } = exchange;
    const request = (await validator)({ method, target, headers, body });
    if ("code" in request) return refuse(request);
    const operation = controlOperations[request.operationId];
    if (!operation) throw new Error(`The control API has no operation ${request.operationId}.`);
    const { accountId } = request.pathParameters;
    const account =
      accountId === undefined ? noAccount : core.registry.get("account", 0, accountId);
    if (!account) return refuse(missing(core, `account ${accountId}`));
    const result = await operation({ core, request, account, exchange, reset });
    return result && "code" in result ? refuse(result) : result;
  };
}

import { examplesOf } from "@getclickmedia/sms-document";
import type { Fault } from "@getclickmedia/sms-request-validation";
import { newEndpoint, randomSecret } from "../accounts/add-accounts.ts";
import type { Core } from "../core.ts";
import { isoMilliseconds } from "../iso-time.ts";
import type { Endpoint } from "../registry.ts";
import { findMessage } from "../sending/find-message.ts";
import type { DeliveryFilter, DeliveryState, StoredDelivery, Transaction } from "../store/store.ts";
import { post } from "../webhooks/post.ts";
import { secretAt } from "../webhooks/sign.ts";
import { checkTarget } from "../webhooks/target.ts";
import {
  type ControlCall,
  type ControlOperation,
  conflict,
  created,
  missing,
  noContent,
  ok,
} from "./operation.ts";
import { paged, pageOf } from "./page.ts";

export const webhookOperations: Record<string, ControlOperation> = {
  listEndpoints: async ({ core, account }) =>
    ok({
      endpoints: core.registry
        .list("endpoint", account.number)
        .map((endpoint) => shownEndpoint(core, endpoint)),
    }),

  createEndpoint: async ({ core, account, request }) => {
    const { url, secret } = request.body as { url: string; secret?: string };
    const checked = checkUrl(core, url);
    if ("code" in checked) return checked;
    const value = newEndpoint(core, checked.url, secret);
    await core.registry.change([
      { kind: "endpoint", account: account.number, id: value.endpointId, value },
      core.counterChange(),
    ]);
    await core.settleAgain();
    core.changes.note("endpoints");
    return created({ ...shownEndpoint(core, value), secret: value.secret });
  },

  changeEndpoint: async (call) =>
    call.core.inTurn(async () => {
      const { core, account, request } = call;
      const endpoint = endpointOf(call);
      if (!endpoint) return missing(core, "endpoint of that id");
      const { url, enabled } = request.body as { url?: string; enabled?: boolean };
      const checked = checkUrl(core, url ?? endpoint.url);
      if ("code" in checked) return checked;
      const value: Endpoint = {
        ...endpoint,
        url: checked.url,
        enabled: enabled ?? endpoint.enabled,
        disabledReason: enabled === undefined ? endpoint.disabledReason : null,
      };
      await keepEndpoint(call, value);
      if (!value.enabled) await stopDeliveries(core, account.number, endpoint.endpointId);
      return ok(shownEndpoint(core, value));
    }),

  deleteEndpoint: async (call) =>
    call.core.inTurn(async () => {
      const { core, account } = call;
      const endpoint = endpointOf(call);
      if (!endpoint) return missing(core, "endpoint of that id");
      const { endpointId } = endpoint;
      await core.registry.change([
        { kind: "endpoint", account: account.number, id: endpointId, value: undefined },
      ]);
      core.changes.note("endpoints");
      await stopDeliveries(core, account.number, endpointId);
      return noContent;
    }),

  rotateSecret: async (call) =>
    call.core.inTurn(async () => {
      const { core, request } = call;
      const endpoint = endpointOf(call);
      if (!endpoint) return missing(core, "endpoint of that id");
      const { overlapSeconds = 86_400, secret: given } = request.body as {
        overlapSeconds?: number;
        secret?: string;
      };
      const now = core.clock.now();
      const secret = given ?? randomSecret();
      const value: Endpoint = {
        ...endpoint,
        secret: secretAt(endpoint, now),
        nextSecret: { secret, from: now + overlapSeconds * 1_000 },
      };
      await keepEndpoint(call, value);
      return ok({ ...shownEndpoint(core, value), secret });
    }),

  listDeliveries: async (call) => {
    const { core, account, request } = call;
    const { endpointId, messageId, state } = request.query as Record<string, string | undefined>;
    const page = pageOf(call);
    return core.act(async (transaction) => {
      const message =
        messageId === undefined
          ? undefined
          : await findMessage(core, transaction, account.number, messageId);
      const filter: DeliveryFilter = {
        ...(endpointId === undefined ? {} : { endpointId }),
        ...(messageId === undefined ? {} : { messageRow: message?.row ?? 0 }),
        ...(state === undefined ? {} : { state: state as DeliveryState }),
      };
      const found = await transaction.deliveries(account.number, filter, page);
      const { items, next } = paged(found, page, ({ row }) => row);
      const deliveries: object[] = [];
      for (const each of items) deliveries.push(await shownDelivery(core, transaction, each));
      return ok({ deliveries, next });
    });
  },

  getDelivery: async (call) => {
    const row = rowOf(call);
    return call.core.act((transaction) => deliveryAnswer(call, transaction, row));
  },

  redeliver: async (call) => {
    const { core, account } = call;
    const row = rowOf(call);
    const delivery = await core.act((transaction) => transaction.delivery(row));
    if (delivery?.account !== account.number) return missing(core, "delivery of that id");
    if (!core.registry.get("endpoint", account.number, delivery.endpointId))
      return conflict(core, "Its endpoint was removed, so there is nowhere to deliver it to.");
    if (!(await core.dispatcher.redeliver(row)))
      return conflict(core, "An attempt is under way. Wait for it to end.");
    return core.act((transaction) => deliveryAnswer(call, transaction, row));
  },

  deliverExample: async ({ core, request, exchange }) => {
    const { event, url, secret } = request.body as { event: string; url: string; secret: string };
    const { webhooks } = core.document;
    const webhook = Object.hasOwn(webhooks, event) ? webhooks[event]?.post : undefined;
    if (!webhook)
      return core.fault(
        "INVALID_REQUEST",
        `The field event must be one of ${Object.keys(webhooks).join(", ")}.`,
      );
    const checked = checkUrl(core, url);
    if ("code" in checked) return checked;
    const body = JSON.stringify(examplesOf(webhook.requestBody)[0]?.[1].value);
    const gaveUp = new AbortController();
    exchange.response.once("close", () => gaveUp.abort());
    const { status, error } = await post({
      url: checked.url,
      headers: core.sign(event, body, secret),
      body,
      timeoutMs: core.webhookTimeoutMs,
      rules: core.rules,
      signal: gaveUp.signal,
    });
    return status === null
      ? core.fault("INVALID_REQUEST", `The receiver at url did not answer. ${error}`)
      : ok({ status });
  },
};

function checkUrl({ fault, rules }: Core, text: string): { url: string } | Fault {
  const checked = checkTarget(text, rules);
  return "refusal" in checked
    ? fault("INVALID_REQUEST", `The field url ${checked.refusal}.`)
    : checked;
}

function endpointOf({ core, account, request }: ControlCall): Endpoint | undefined {
  return core.registry.get("endpoint", account.number, request.pathParameters.endpointId ?? "");
}

async function keepEndpoint({ core, account }: ControlCall, value: Endpoint): Promise<void> {
  await core.registry.change([
    { kind: "endpoint", account: account.number, id: value.endpointId, value },
  ]);
  core.changes.note("endpoints");
}

/** After the change that leads to it: what is recorded in the meantime is stopped as well. */
async function stopDeliveries(core: Core, account: number, endpointId: string): Promise<void> {
  await core.act((transaction) => transaction.stopDeliveries(account, endpointId));
  core.changes.note("deliveries");
}

function rowOf({ core, request }: ControlCall): number {
  return core.ids.delivery.rowOf(request.pathParameters.deliveryId ?? "") ?? 0;
}

function shownEndpoint(
  { clock }: Core,
  { secret: _, nextSecret, createdAt, ...endpoint }: Endpoint,
) {
  const isWaiting = nextSecret !== null && nextSecret.from > clock.now();
  return {
    ...endpoint,
    signsWithNewSecretFrom: isWaiting ? isoMilliseconds(nextSecret.from) : null,
    createdAt: isoMilliseconds(createdAt),
  };
}

async function shownDelivery(core: Core, transaction: Transaction, delivery: StoredDelivery) {
  const { row, eventRow, event, messageRow, endpointId, state, attempts, lastStatus } = delivery;
  const message = await transaction.message(messageRow);
  if (!message) throw new Error("The message of a delivery is not in the store.");
  return {
    deliveryId: core.ids.delivery.of(row),
    eventId: core.ids.event.of(eventRow),
    event,
    messageId: core.messageId(message),
    endpointId,
    url: core.registry.get("endpoint", delivery.account, endpointId)?.url ?? "",
    state,
    attemptCount: attempts,
    lastStatus,
    nextAttemptAt: isoMilliseconds(delivery.nextAttemptAt),
    createdAt: isoMilliseconds(delivery.at),
  };
}

async function deliveryAnswer(
  { core, account }: ControlCall,
  transaction: Transaction,
  row: number,
) {
  const delivery = await transaction.delivery(row);
  if (delivery?.account !== account.number) return missing(core, "delivery of that id");
  const attempts = await transaction.attempts(row);
  return ok({
    ...(await shownDelivery(core, transaction, delivery)),
    body: delivery.body,
    attempts: attempts.map((attempt) => ({ ...attempt, at: isoMilliseconds(attempt.at) })),
  });
}

import * as sdk from "@getclickmedia/sms-sdk";
import { type OperationId, SmsClient, SmsError } from "@getclickmedia/sms-sdk";
import { type Check, expectEqual, failureOf } from "./check.ts";
import type { Surroundings } from "./surroundings.ts";

/** Every operation as the client has it; of a bulk send, which may be several calls, the last answer. */
const calls: Record<OperationId, (client: SmsClient, around: Surroundings) => Promise<object>> = {
  send: (client, { send }) => client.send(send),
  sendBulk: async (client, { bulkSend }) => {
    const { outcomes } = await client.sendBulk(bulkSend);
    const outcome = outcomes.at(-1);
    if (outcome?.status === "accepted") return outcome.response.data;
    throw outcome?.error;
  },
  getStatus: (client, { messageId }) => client.getStatus(messageId),
  getBatch: (client, { batchId }) => client.getBatch(batchId),
  cancelScheduled: (client, { batchId }) => client.cancelScheduled(batchId),
  getBalance: (client) => client.getBalance(),
};

export const operations: Record<string, Check> = {
  ...Object.fromEntries(
    Object.entries(calls).map(([id, call]): [string, Check] => [
      `${id} resolves with the answer`,
      async (around) =>
        expectEqual(await call(clientOf(around), around), around.answers[id as OperationId]),
    ]),
  ),

  "an answer has its status and headers": async (around) => {
    const { data, status, headers } = await clientOf(around).getBalance().withResponse();
    expectEqual(data, around.answers.getBalance);
    expectEqual([status, headers.get("content-type")], [200, "application/json"]);
  },

  "every documented code is an error of its own class": async (around) => {
    for (const { code, status, operation, prefer } of around.errors) {
      const client = clientOf(around, { maxRetries: 0, headers: { prefer } });
      const error = await failureOf(calls[operation](client, around));
      if (!(error instanceof SmsError)) throw error;
      const { name, requestId, deliveryUnknown } = error;
      expectEqual(
        [error.code, error.status, deliveryUnknown, typeof requestId],
        [code, status, false, "string"],
      );
      const ErrorClass = Object.entries(sdk).find(([exported]) => exported === name)?.[1];
      expectEqual([error.constructor === ErrorClass, ErrorClass === SmsError], [true, false]);
    }
    return around.errors.map(({ code }) => code);
  },

  "waitForDelivery resolves with the final status": async (around) =>
    expectEqual(await clientOf(around).waitForDelivery(around.messageId), around.answers.getStatus),

  "sendBulk reads an async iterable": async (around) => {
    const first = Number(around.send.to);
    async function* recipients() {
      for (let index = 0; index < 5; index++) yield String(first + index);
    }
    const progress: number[] = [];
    const result = await clientOf(around).sendBulk(
      { ...around.bulkSend, recipients: recipients() },
      { recipientsPerRequest: 2, onProgress: ({ accepted }) => void progress.push(accepted) },
    );
    expectEqual(
      [result.complete, result.counts.accepted, result.outcomes.length, progress.at(-1)],
      [true, 5, 3, 5],
    );
  },
};

function clientOf({ mock, testKey }: Surroundings, options: sdk.SmsClientOptions = {}): SmsClient {
  return new SmsClient({ apiKey: testKey, baseUrl: mock, ...options });
}

import { createHmac } from "node:crypto";
import {
  type ApiDocument,
  apiKeyScheme,
  examplesOf,
  type LocatedOperation,
  operationsOf,
  readDocument,
} from "@getclickmedia/sms-document";
import {
  openRefusingPort,
  startFaultServer,
  unresolvableOrigin,
} from "@getclickmedia/sms-fault-server";
import { startMock } from "@getclickmedia/sms-mock";
import type { BulkSendRequest, OperationId, SendRequest } from "@getclickmedia/sms-sdk";
import type { Surroundings } from "./conformance/surroundings.ts";

/** What the program is given but for what differs from run to run. */
export type Servers = Omit<Surroundings, "run" | "traits">;

/** Starts what the program talks to, and gathers what it has to know of the API. */
export async function startServers(): Promise<{ servers: Servers; close(): Promise<void> }> {
  const [mock, faultServer] = await Promise.all([startMock({ port: 0 }), startFaultServer()]);
  return {
    servers: {
      mock: mock.url,
      faultServer: faultServer.origin,
      refusing: await openRefusingPort(),
      unresolvable: unresolvableOrigin,
      ...factsOf(await readDocument()),
    },
    close: async () => {
      await Promise.all([mock.close(), faultServer.close()]);
    },
  };
}

function factsOf(document: ApiDocument) {
  const operations = operationsOf(document);
  const request = (id: OperationId) => firstExample(operation(operations, id).requestBody);
  const answer = (id: OperationId) => firstExample(operation(operations, id).responses["200"]);
  const ids = operations.map(({ operationId }) => operationId as OperationId);
  const answers = Object.fromEntries(ids.map((id) => [id, answer(id)]));
  return {
    ...keysOf(document),
    send: request("send") as unknown as SendRequest,
    bulkSend: request("sendBulk") as unknown as BulkSendRequest,
    messageId: String(answers.getStatus?.messageId),
    batchId: String(answers.getBatch?.batchId),
    answers: answers as Record<OperationId, object>,
    errors: errorsOf(operations),
    webhook: signedWebhook(document),
  };
}

function keysOf(document: ApiDocument): { liveKey: string; testKey: string } {
  const prefixes = Object.entries(apiKeyScheme(document)["x-gcm-key-prefixes"]);
  const keyOf = (wanted: string) => {
    const [prefix] = prefixes.find(([, { environment }]) => environment === wanted) ?? [];
    return `${prefix}conformance`;
  };
  return { liveKey: keyOf("live"), testKey: keyOf("test") };
}

/** Each error code once, with an example of it. */
function errorsOf(operations: LocatedOperation[]): Surroundings["errors"] {
  const errors = operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, response]) =>
      examplesOf(response).flatMap(([name, { value }]) => {
        const { error } = value as { error?: { code: string } };
        if (!error) return [];
        const prefer = `code=${status}, example=${name}`;
        return [
          {
            code: error.code,
            status: Number(status),
            operation: operationId as OperationId,
            prefer,
          },
        ];
      }),
    ),
  );
  return [...new Map(errors.map((error) => [error.code, error])).values()];
}

/** Signed here without the SDK, so that the SDK is not checked against itself. */
function signedWebhook({ webhooks }: ApiDocument): Surroundings["webhook"] {
  const body = JSON.stringify(firstExample(webhooks["sms.delivered"]?.post.requestBody));
  const secret = "whsec_conformance";
  return { body, secret, signature: createHmac("sha256", secret).update(body).digest("hex") };
}

function operation(operations: LocatedOperation[], id: OperationId): LocatedOperation {
  const found = operations.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`The document has no operation ${id}.`);
  return found;
}

function firstExample(body: Parameters<typeof examplesOf>[0]): Record<string, unknown> {
  const [example] = examplesOf(body);
  return example?.[1].value as Record<string, unknown>;
}
